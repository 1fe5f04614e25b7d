"""How much of the language the differential corpus covers; exits 1 below the marks.

    python3 measure.py CORPUS LEFT_OUT [--jobs N] [--all]

Every class that `ast.parse` produces occurs in at least 5 programs. Every public name of the
built-in types and of the listed modules is used by at least 2 programs, one of which makes it
fail if it can be called. LEFT_OUT lists the names that need not be, one per line with a reason:
`NAME REASON`, or `NAME! REASON` when only the failure is left out; NAME may be a pattern with
`*`. An entry that is no longer needed is an error.
"""

import argparse
import ast
import fnmatch
import os
import pathlib
import subprocess
import sys
import tempfile
import warnings
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import names

PROGRAMS_PER_NODE = 5
PROGRAMS_PER_NAME = 2
# Abstract classes, modes other than "exec", and what 3.11 keeps only for old callers.
NOT_PRODUCED = """AST mod stmt expr expr_context boolop operator unaryop cmpop excepthandler
pattern type_ignore slice Expression Interactive FunctionType TypeIgnore Suite Param AugLoad
AugStore Num Str Bytes NameConstant Ellipsis Index ExtSlice""".split()


def arguments_of(source):
    first = source.split("\n", 1)[0]
    return first[len("# args:"):].split() if first.startswith("# args:") else []


def examine(path):
    """One program: classes of nodes, names used, names that failed."""
    source = path.read_text(errors="surrogateescape")
    try:
        written = names.Written(source)
    except (SyntaxError, ValueError):
        return set(), set(), set(), set()
    used, failed = set(), set()
    with tempfile.TemporaryDirectory() as folder:
        result = os.path.join(folder, "result")
        command = [sys.executable, "-I", str(pathlib.Path(__file__).with_name("start.py")),
                   result, str(path), *arguments_of(source)]
        try:
            subprocess.run(command, cwd=path.parent, stdin=subprocess.DEVNULL, timeout=120,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            lines = pathlib.Path(result).read_text().splitlines()
        except (subprocess.TimeoutExpired, FileNotFoundError):
            lines = []
    for line in lines:
        kind, name = line.split(" ", 1)
        (used if kind == "used" else failed).add(name)
    return written.nodes, used | failed | written.used, failed | written.failed, written.attributes


def left_out(path):
    table = {}
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if line and not line.startswith("#"):
            name, _, reason = line.partition(" ")
            if not reason.strip():
                raise SystemExit(f"{path}:{number}: {name} has no reason")
            table[name] = reason.strip()
    return table


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("left_out", type=pathlib.Path)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 2)
    parser.add_argument("--all", action="store_true", help="print every missing name")
    options = parser.parse_args()
    warnings.simplefilter("ignore")  # The corpus's own, when its texts are parsed.
    listed = left_out(options.left_out)
    programs = sorted(options.corpus.resolve().glob("*/*.py"))
    nodes, used, failed = Counter(), Counter(), Counter()
    wanted = names.wanted()
    data = {}
    for name, callable_ in wanted.items():
        if not callable_:
            data.setdefault(name.rsplit(".", 1)[-1], set()).add(name)
    with ThreadPoolExecutor(options.jobs) as pool:
        for seen, names_used, names_failed, attributes in pool.map(examine, programs):
            nodes.update(seen)
            used.update(names_used.union(*(data[a] for a in attributes if a in data)))
            failed.update(names_failed)
    produced = sorted(name for name, cls in vars(ast).items()
                      if isinstance(cls, type) and issubclass(cls, ast.AST)
                      and name not in NOT_PRODUCED and not name.startswith("_"))
    complaints = [f"ast.{name}: in {nodes[name]} programs, {PROGRAMS_PER_NODE} wanted"
                  for name in produced if nodes[name] < PROGRAMS_PER_NODE]
    missing = [name for name in wanted if used[name] < PROGRAMS_PER_NAME]
    unfailed = [name for name, callable_ in wanted.items() if callable_ and not failed[name]]
    gaps = {name: f"used by {used[name]} programs, {PROGRAMS_PER_NAME} wanted"
            for name in sorted(missing)}
    gaps |= {f"{name}!": "no program makes it fail" for name in sorted(unfailed)}
    excused = {}
    for pattern in listed:
        # A name that is left out need not be seen failing either.
        found = [name for name in gaps if fnmatch.fnmatchcase(name, pattern)
                 or fnmatch.fnmatchcase(name, pattern + "!")]
        excused.update(dict.fromkeys(found))
        if not found:
            complaints.append(f"{options.left_out.name}: {pattern} is covered now, "
                              "take it off the list")
    complaints += [f"{name}: {reason}" for name, reason in gaps.items() if name not in excused]
    print(f"{len(programs)} programs")
    print(f"{len(produced)} classes of ast nodes, the rarest in "
          f"{min(nodes[name] for name in produced)} programs")
    print(f"{len(wanted)} public names, {len(wanted) - len(missing)} used by two programs, "
          f"{len(wanted) - len(missing) - len(unfailed)} of them seen failing where they can, "
          f"{len(excused)} left out with a reason")
    for line in complaints[:None if options.all else 40]:
        print("  " + line)
    if len(complaints) > 40 and not options.all:
        print(f"  ... and {len(complaints) - 40} more (--all shows them)")
    sys.exit(bool(complaints))


if __name__ == "__main__":
    main()
