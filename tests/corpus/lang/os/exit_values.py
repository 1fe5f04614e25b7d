# The exit codes of sysexits.h, chosen by the error that a program meets.
import errno
import os
import sys

codes = {name: getattr(os, name) for name in os.__all__ if name.startswith("EX_")}
for name, code in sorted(codes.items(), key=lambda item: (item[1], item[0])):
    print(code, name)
print(os.EX_OK == 0, os.EX_USAGE, os.EX_DATAERR, os.EX_NOINPUT, os.EX_NOUSER, os.EX_NOHOST)
print(os.EX_UNAVAILABLE, os.EX_SOFTWARE, os.EX_OSERR, os.EX_OSFILE, os.EX_CANTCREAT)
print(os.EX_IOERR, os.EX_TEMPFAIL, os.EX_PROTOCOL, os.EX_NOPERM, os.EX_CONFIG)
MEANING = {
    errno.ENOENT: os.EX_NOINPUT,
    errno.EISDIR: os.EX_OSFILE,
    errno.ENOTDIR: os.EX_OSFILE,
    errno.EAGAIN: os.EX_TEMPFAIL,
    errno.EIO: os.EX_IOERR,
    errno.EPERM: os.EX_NOPERM,
    errno.EACCES: os.EX_NOPERM,
    errno.EHOSTDOWN: os.EX_NOHOST,
    errno.EPROTO: os.EX_PROTOCOL,
}


def code_of(error):
    match error:
        case OSError(errno=number) if number in MEANING:
            return MEANING[number]
        case OSError():
            return os.EX_OSERR
        case KeyError() | LookupError():
            return os.EX_CONFIG
        case UnicodeError() | ValueError():
            return os.EX_DATAERR
        case TypeError():
            return os.EX_USAGE
        case _:
            return os.EX_SOFTWARE


def attempt(function, *args):
    try:
        function(*args)
    except Exception as error:
        code = code_of(error)
        found = [name for name, value in codes.items() if value == code]
        print(type(error).__name__, code, *found)
        return code
    return os.EX_OK


def refuse(number):
    raise OSError(number, os.strerror(number))


seen = [
    attempt(open, "/no such folder/file"),
    attempt(open, "/"),
    attempt(os.listdir, "/dev/null"),
    attempt(os.environ.__getitem__, "CORPUS_SURELY_NOT_SET"),
    attempt(b"\xff".decode),
    attempt(int, "x"),
    attempt(len, 3),
    attempt(lambda: 1 / 0),
    *[attempt(refuse, number) for number in MEANING],
    attempt(refuse, errno.ENOSPC),
    attempt(len, ""),
]
print(seen)
sys.exit(max(seen))
