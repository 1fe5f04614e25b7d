# The grammar of paths: taking apart, joining and normalising must fit together.
import itertools
import os
import posixpath
from os.path import (abspath, altsep, basename, commonpath, commonprefix, curdir, defpath, devnull, dirname, extsep, isabs, join,
                     normcase, normpath, pardir, pathsep, relpath, sep, split, splitdrive, splitext)

PIECES = ["a", "..", ".", "", "b.c", ".d"]


def fails(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


seen = {}
for length in (1, 2, 3):
    for pieces in itertools.product(PIECES, repeat=length):
        for lead in ("", "/", "//", "///"):
            path = lead + "/".join(pieces)
            head, tail = split(path)
            assert join(head, tail) in (path, head + "/" + tail) or not head, path
            assert (dirname(path), basename(path)) == (head, tail), path
            root, extension = splitext(path)
            assert root + extension == path and "/" not in extension, path
            normal = normpath(path)
            assert normpath(normal) == normal and isabs(normal) == isabs(path), path
            seen.setdefault(normal, []).append(path)
            assert splitdrive(path) == ("", path) and normcase(path) == path
            raw = os.fsencode(path)
            assert normpath(raw) == normal.encode() and split(raw) == (head.encode(), tail.encode())
print(len(seen), sum(map(len, seen.values())))
for normal in sorted(seen, key=lambda normal: (len(normal), normal))[:25]:
    print(repr(normal), len(seen[normal]), seen[normal][0] if seen[normal][0] else "''")

TAILS = ["x", ".x", "..x", "x.", "x..y", ".x.y", "...", "x.y.z", "a.b/c", "a/.b", "a/..b.c", "/.", "/..c", ""]
print([splitext(tail) for tail in TAILS])
print([split(path) for path in ("/", "//", "//a", "/a", "a/", "a//b", "///a///b///")])
print(join("a", "/b", "c"), join("a", ""), join("", "a"), join("a/", "b"), repr(join("")), join("a", "b", "", ""), join(b"a", b"/"))
for start, path in (("/a/b", "/a/c"), ("/a", "/a"), ("/", "/x/y"), ("/x/y", "/"), ("/a/b/..", "/a/b"), ("//a", "/a")):
    print(relpath(path, start), end=" ")
print()
print(commonpath(["/a/b/c", "/a/b", "/a//b/./d"]), repr(commonpath(["a/b", "c"])), commonpath(["a/./b"]), commonpath([b"/x", b"/y"]))
print(repr(commonprefix([])), commonprefix(["/ab", "/ac"]), commonprefix([["a", "b"], ["a", "c"]]), repr(commonprefix(["", "x"])))
for call in ((join, "a", b"b"), (join, 3), (join,), (split, 3), (splitext, None), (relpath, ""), (relpath, "a", b"b"),
             (commonpath, []), (commonpath, ["/a", "b"]), (commonpath, ["a", b"b"]), (commonpath, 3), (commonprefix, [1, 2]),
             (normpath, 3), (abspath, None), (basename, 3), (dirname, []), (isabs, 1), (normcase, 2), (splitdrive, 3),
             (posixpath.expanduser, 3)):
    print(call[0].__name__, fails(*call))
print(curdir, pardir, sep, altsep, extsep, pathsep, defpath, devnull)
print(abspath("/a/../b/./c//d/"), abspath("x") == os.getcwd() + "/x", abspath(b"/x/.."), normpath("//a"), normpath("///a"))
