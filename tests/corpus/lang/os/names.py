# Names, constants, paths as objects, and what is left out.
import os
import sys


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


print(os.name, os.sep, repr(os.linesep), os.curdir, os.pardir, os.extsep, os.altsep, os.pathsep, os.defpath, os.devnull)
print(os.F_OK, os.R_OK, os.W_OK, os.X_OK, os.SEEK_SET, os.SEEK_CUR, os.SEEK_END)
print(os.O_RDONLY, os.O_WRONLY, os.O_RDWR, os.O_CREAT, os.O_EXCL, os.O_TRUNC, os.O_APPEND)
print(os.error is OSError, os.path.__name__, sys.modules["os.path"] is os.path, os.supports_bytes_environ)


class Path:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


print(os.fspath("a"), os.fspath(b"b"), os.fspath(Path("c")), os.fsencode("ä\udcff"), ascii(os.fsdecode(b"\xc3\xa4\xff")))
print(os.fsencode(Path("x")), os.fsdecode(Path(b"y")), isinstance(Path(""), os.PathLike), issubclass(str, os.PathLike), os.PathLike[str])
attempt(os.fspath, 3)
attempt(os.fspath, Path(3))
attempt(os.fsencode, None)
attempt(os.PathLike)
print(os.strerror(2), os.strerror(13), os.strerror(0), os.strerror(12345))
attempt(os.strerror, "x")
print(os.getpid() > 0, os.getppid() > 0, os.cpu_count() > 0, os.getuid() >= 0)
print(len(os.urandom(16)), os.urandom(0), type(os.urandom(1)), os.urandom(16) != os.urandom(16))
attempt(os.urandom, -1)
attempt(os.urandom, "x")
size = os.terminal_size((80, 24))
print(size, size.columns, size.lines, size[0], len(size), size == (80, 24))
attempt(os.terminal_size, (1, 2, 3))
attempt(os.get_terminal_size, 9999)
times = os.times()
print(type(times).__name__, len(times), times.user >= 0, times.elapsed >= 0, times[4] == times.elapsed)
print(os.isatty(0), os.isatty(9999))
for name in ("open", "fdopen", "walk", "makedirs", "path", "environ", "stat_result"):
    assert name in os.__all__, name
try:
    os.nothing
except AttributeError as error:
    print(error)
null = open(os.devnull, "w")
print(null.write("gone"), null.close(), open(os.devnull).read() == "")
print(os.path.isfile(os.devnull), os.path.exists(os.devnull))
from os import path, sep
from os.path import join
import os.path as other

print(path is os.path is other, sep, join("a", "b"))
