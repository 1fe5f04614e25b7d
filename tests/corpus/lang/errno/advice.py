# A table of advice for errors, by number: what to try again, what to give up, what is a mistake.
import errno
import os

ADVICE = {
    "again": {errno.EAGAIN, errno.EINTR, errno.EBUSY, errno.EDEADLK, errno.ENOBUFS, errno.ENOLCK, errno.ETIME, errno.ETIMEDOUT, errno.ESTALE, errno.ECANCELED},
    "room": {errno.ENOSPC, errno.EDQUOT, errno.ENOMEM, errno.EMFILE, errno.ENFILE, errno.EMLINK, errno.EUSERS, errno.ENOSR, errno.EFBIG},
    "network": {errno.ENETDOWN, errno.ENETUNREACH, errno.ENETRESET, errno.EHOSTDOWN, errno.EHOSTUNREACH, errno.ECONNABORTED, errno.ECONNRESET, errno.ECONNREFUSED,
                errno.EADDRINUSE, errno.EADDRNOTAVAIL, errno.ENOTCONN, errno.EISCONN, errno.ESHUTDOWN, errno.ETOOMANYREFS, errno.EREMOTE, errno.ENOLINK, errno.EMULTIHOP},
    "mistake": {errno.EINVAL, errno.EBADF, errno.EFAULT, errno.EDOM, errno.ERANGE, errno.EILSEQ, errno.ENOTTY, errno.ENOTSOCK, errno.EDESTADDRREQ, errno.EMSGSIZE,
                errno.EPROTOTYPE, errno.ENOPROTOOPT, errno.EBADMSG, errno.ENOTBLK, errno.EOVERFLOW},
    "missing": {errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPROTONOSUPPORT, errno.ESOCKTNOSUPPORT, errno.EPFNOSUPPORT, errno.EAFNOSUPPORT, errno.ENODATA,
                errno.ENOMSG, errno.ENOSTR, errno.EIDRM, errno.ENXIO, errno.ENODEV},
    "lock": {errno.EOWNERDEAD, errno.ENOTRECOVERABLE, errno.EALREADY, errno.EINPROGRESS},
}


def advice(error):
    for title, numbers in ADVICE.items():
        if error.errno in numbers:
            return title
    return "give up"


def retry(function, times=3):
    for attempt in range(1, times + 1):
        try:
            return f"{function()} after {attempt}"
        except OSError as error:
            if advice(error) != "again":
                raise
            last = error
    raise TimeoutError(errno.ETIMEDOUT, f"{times} attempts") from last


class Flaky:
    def __init__(self, *numbers):
        self.numbers = list(numbers)

    def __call__(self):
        if self.numbers:
            number = self.numbers.pop(0)
            raise OSError(number, os.strerror(number))
        return "done"


together = [number for numbers in ADVICE.values() for number in numbers]
print({title: len(numbers) for title, numbers in ADVICE.items()}, len(together) == len(set(together)))
for title, numbers in ADVICE.items():
    print(title, *[errno.errorcode[number] for number in sorted(numbers)])
for calls in ((), (errno.EAGAIN,), (errno.EINTR, errno.EBUSY), (errno.EAGAIN,) * 3, (errno.EAGAIN, errno.ENOSPC), (errno.EPERM,), (errno.EIO,), (errno.EPIPE,)):
    try:
        print(retry(Flaky(*calls)))
    except OSError as error:
        print(type(error).__name__, error, "->", advice(error), "| cause", repr(error.__cause__))
for call in (lambda: os.mkdir("/"), lambda: os.close(99999), lambda: os.readlink("/"), lambda: os.rmdir("/no such place"), lambda: os.listdir("/dev/null")):
    try:
        call()
    except OSError as error:
        print(errno.errorcode[error.errno], advice(error))
