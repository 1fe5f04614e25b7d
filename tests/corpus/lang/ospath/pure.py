# os.path: functions that only look at the text of a path.
import os.path
import posixpath
from os.path import basename, commonpath, commonprefix, dirname, isabs, join, normcase, normpath, split, splitdrive, splitext

paths = ["", "/", "//", "///", "a", "/a", "a/", "/a/", "a/b", "/a/b", "//a//b//", "a/b.c", ".a", "a.", "a.b.c", "/x.y/z", "..", "../a", "a/../b", "./a", "....x", "a/.b.c", "/..", "/../a", "a//b", "a/./b/", "///a/../..//b"]
for path in paths:
    print(repr(path), split(path), splitext(path), basename(path) == split(path)[1], dirname(path), isabs(path), normpath(path), splitdrive(path), normcase(path))
    data = path.encode()
    print(split(data), splitext(data), basename(data), normpath(data), isabs(data))
print(join("a", "b"), join("a", "/b", "c"), join("a/", "b"), join("", "b"), join("a", ""), join("a", "", "b"), join("/"), join("a", "b", "..", "c"))
print(join(b"a", b"b"), join(b"", b""), join("a//", "b"), join("/a", "//b"))
print(commonprefix([]), commonprefix(["abc", "abd"]), commonprefix(["/usr/lib", "/usr/local"]), commonprefix([b"ab", b"a"]), commonprefix([["a", "b"], ["a", "c"]]))
print(commonpath(["/usr/lib", "/usr/local"]), commonpath(["a/b", "a/b/c"]), commonpath(["a"]), commonpath(["/a", "/b"]), repr(commonpath(["a", "b"])), commonpath([b"/a/b/", b"/a//b/c"]), commonpath(["./a/./b", "a/b/c"]))
print(os.path.curdir, os.path.pardir, os.path.sep, os.path.altsep, os.path.extsep, os.path.pathsep, os.path.devnull, os.path.defpath, os.path.supports_unicode_filenames)
print(os.path is posixpath, sorted(set(posixpath.__all__) - set(dir(posixpath))))
for args in (("a/b", "a"), ("a", "a/b"), ("/x/y", "/x/z/w"), ("a", "a"), ("/", "/a"), ("../x", "y"), ("a/b/c", "a/d")):
    print(args, os.path.relpath(*args))
print(os.path.relpath(b"x/y", b"x"))


class Path:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


print(join(Path("a"), Path("b")), basename(Path("x/y")), splitext(Path("q.r")), normpath(Path("a/../b")), isabs(Path("/")))
