# The numbers of errors, and the classes of OSError.
import errno
import os

print(errno.ENOENT, errno.EACCES, errno.EEXIST, errno.EAGAIN, errno.EWOULDBLOCK, errno.EPIPE, errno.ENOTEMPTY)
print(errno.errorcode[2], errno.errorcode[13], errno.errorcode[11], errno.errorcode[95], errno.errorcode[35], len(errno.errorcode))
names = sorted(name for name in dir(errno) if name.startswith("E"))
print(len(names), names[:5], names[-5:])
for name in names:
    number = getattr(errno, name)
    print(name, number, os.strerror(number), type(OSError(number, "text")).__name__)
print(sorted(errno.errorcode) == sorted({getattr(errno, name) for name in names}))
for args in ((), (1,), (2, "text"), (2, "text", "file"), (2, "text", "file", None, "file2"), ("x", "y"), (17, "a", b"b")):
    error = OSError(*args)
    print(type(error).__name__, error, error.errno, error.strerror, error.filename, error.filename2, error.args)
for path in ("/nothing/there", "/", "/etc/passwd/x"):
    try:
        open(path)
    except OSError as error:
        print(type(error).__name__, error.errno, errno.errorcode[error.errno], error.filename, error)
try:
    raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), "name")
except OSError as error:
    print(error, error.errno == errno.ENOENT)
try:
    errno.ENOTHING
except AttributeError as error:
    print(error)
try:
    errno.errorcode[0]
except KeyError as error:
    print("KeyError", error)
