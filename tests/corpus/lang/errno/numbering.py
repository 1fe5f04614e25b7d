# The numbers by their names, in groups; those of POSIX are all there.
import errno
import os

GROUPS = {
    "files": (errno.ENOENT, errno.EACCES, errno.EEXIST, errno.ENOTDIR, errno.EISDIR, errno.EROFS, errno.EXDEV, errno.ELOOP,
              errno.ENAMETOOLONG, errno.ENOTEMPTY, errno.EMLINK, errno.EFBIG, errno.ENOSPC, errno.EBADF, errno.EMFILE,
              errno.ENFILE, errno.ESPIPE, errno.ETXTBSY, errno.ENOLCK, errno.ESTALE, errno.EDQUOT, errno.ENOTBLK),
    "process": (errno.EPERM, errno.ESRCH, errno.EINTR, errno.E2BIG, errno.ENOEXEC, errno.ECHILD, errno.EAGAIN, errno.EWOULDBLOCK,
                errno.ENOMEM, errno.EFAULT, errno.EDEADLK, errno.ENOSYS, errno.ECANCELED, errno.EOWNERDEAD, errno.ENOTRECOVERABLE),
    "devices": (errno.EIO, errno.ENXIO, errno.EBUSY, errno.ENODEV, errno.ENOTTY, errno.EPIPE),
    "values": (errno.EINVAL, errno.EDOM, errno.ERANGE, errno.EILSEQ, errno.EOVERFLOW, errno.ENOTSUP),
    "network": (errno.ENOTSOCK, errno.EDESTADDRREQ, errno.EMSGSIZE, errno.EPROTOTYPE, errno.ENOPROTOOPT, errno.EPROTONOSUPPORT,
                errno.ESOCKTNOSUPPORT, errno.EOPNOTSUPP, errno.EPFNOSUPPORT, errno.EAFNOSUPPORT, errno.EADDRINUSE,
                errno.EADDRNOTAVAIL, errno.ENETDOWN, errno.ENETUNREACH, errno.ENETRESET, errno.ECONNABORTED, errno.ECONNRESET,
                errno.ENOBUFS, errno.EISCONN, errno.ENOTCONN, errno.ESHUTDOWN, errno.ETOOMANYREFS, errno.ETIMEDOUT,
                errno.ECONNREFUSED, errno.EHOSTDOWN, errno.EHOSTUNREACH, errno.EALREADY, errno.EINPROGRESS, errno.EPROTO,
                errno.EREMOTE, errno.EUSERS),
    "messages": (errno.ENOMSG, errno.EIDRM, errno.EBADMSG, errno.EMULTIHOP, errno.ENOLINK, errno.ENODATA, errno.ENOSR,
                 errno.ENOSTR, errno.ETIME),
}
for title, numbers in GROUPS.items():
    print(title, len(set(numbers)), all(type(number) is int and number > 0 for number in numbers))
    for number in numbers:
        print("   ", number, errno.errorcode[number], "-", os.strerror(number))
print(errno.EAGAIN == errno.EWOULDBLOCK, errno.EDEADLK == errno.EDEADLOCK, errno.ENOTSUP == errno.EOPNOTSUPP)
together = [number for numbers in GROUPS.values() for number in numbers]
print(len(together), len(set(together)), set(together) <= set(errno.errorcode))
names = {name for name in dir(errno) if name[0] == "E"}
print({getattr(errno, name) for name in names} == set(errno.errorcode), set(errno.errorcode.values()) <= names)
print(sorted(names - set(errno.errorcode.values())), type(errno.errorcode).__name__)
for name in ("ENOTHING", "enoent", "errorcodes"):
    try:
        print(getattr(errno, name))
    except AttributeError as error:
        print(error)
try:
    from errno import EXTRAORDINARY
except ImportError as error:
    print(str(error).split(" (")[0])
try:
    print(errno.errorcode["ENOENT"])
except KeyError as error:
    print("KeyError", error)
for number in (0, 134, 524, 10000, -5):
    print(number, errno.errorcode.get(number), os.strerror(number))
