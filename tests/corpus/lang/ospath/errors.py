# os.path: what is refused.
import os.path


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


path = os.path
for name in ("basename", "dirname", "split", "splitext", "splitdrive", "isabs", "normpath", "normcase", "abspath", "realpath", "expanduser", "expandvars", "relpath"):
    print(name, end=": ")
    attempt(getattr(path, name), 3)
    attempt(getattr(path, name), None)
for name in ("exists", "lexists", "isfile", "isdir", "islink", "ismount"):
    print(name, end=": ")
    attempt(getattr(path, name), "missing")
    attempt(getattr(path, name), "a\0b")
    attempt(getattr(path, name), 1.5)
for name in ("getsize", "getmtime", "getatime", "getctime"):
    print(name, end=": ")
    attempt(getattr(path, name), "missing")
attempt(path.join, "a", b"b")
attempt(path.join, b"a", "b")
attempt(path.join, "a", 3)
attempt(path.join, 3)
attempt(path.join)
attempt(path.join, "a", None)
attempt(path.commonpath, [])
attempt(path.commonpath, ["/a", "b"])
attempt(path.commonpath, ["a", b"b"])
attempt(path.commonpath, [1, 2])
attempt(path.commonprefix, [1])
attempt(path.commonprefix, ["a", b"b"])
attempt(path.relpath, "")
attempt(path.relpath, "a", b"b")
attempt(path.samefile, "missing", "missing")
attempt(path.sameopenfile, 9998, 9999)
attempt(path.realpath, "missing/x", strict=True)
attempt(path.samestat, 1, 2)
attempt(lambda: path.nothing)
print(path.realpath("missing/x") == path.join(path.realpath("."), "missing/x"))
