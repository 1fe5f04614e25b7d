"""Runs one program and records which public names it used, and which of them failed.

    python3 start.py RESULT PROGRAM [ARGUMENT...]

RESULT gets one line per name: `used NAME` or `failed NAME`. Built-in functions and methods
report themselves to a profile function; functions written in Python are recognised by their code.
"""

import builtins
import re
import sys
import types

sys.path.insert(0, __file__.rpartition("/")[0])
import names  # noqa: E402

result, program, *arguments = sys.argv[1:]
used, failed = set(), set()
OWN = globals()
by_code = names.functions_by_code()
by_object = names.callables_by_id()
wrong_arguments = re.compile(r"([\w.]+)\(\) (?:takes|missing|got)")


def name_of(function):
    """The name under which a built-in function or bound method is documented."""
    known = by_object.get(id(function))
    if known:
        return known
    owner = getattr(function, "__self__", None)
    name = getattr(function, "__name__", "")
    for cls in (owner if isinstance(owner, type) else type(owner)).__mro__:
        if name in cls.__dict__:
            return names.method(cls, name)
    return None


def profile(frame, event, arg):
    if frame.f_globals is OWN:
        return
    if event == "c_call":
        name = name_of(arg)
        if name:
            used.add(name)
    elif event == "c_exception":
        name = name_of(arg)
        if name:
            failed.add(name)


def trace(frame, event, arg):
    found = by_code.get(frame.f_code)
    if found:
        used.update(found)
    elif frame.f_code.co_filename != program:
        return None
    frame.f_trace_lines = False
    last = None

    def local(frame, event, arg):
        nonlocal last
        if event == "exception":
            last = frame.f_lasti
            if arg[0] is TypeError:
                match = wrong_arguments.match(str(arg[1]))
                if match:
                    failed.update(names.by_spelling(match[1]))
        elif event == "return" and arg is None and last == frame.f_lasti and found:
            failed.update(found)
        return local

    return local


def main():
    with open(program, "rb") as file:
        source = file.read()
    module = types.ModuleType("__main__")
    module.__file__ = program
    module.__builtins__ = builtins
    sys.modules["__main__"] = module
    sys.argv = [program, *arguments]
    sys.path[0] = "."
    try:
        code = compile(source, program, "exec")
        sys.setprofile(profile)
        sys.settrace(trace)
        exec(code, vars(module))
    except BaseException:
        pass  # How a program ends is the corpus's business.
    finally:
        sys.settrace(None)
        sys.setprofile(None)
        with open(result, "w") as file:
            for name in sorted(used):
                file.write(f"used {name}\n")
            for name in sorted(failed):
                file.write(f"failed {name}\n")


main()
