# Which number makes which class of OSError, and what those classes keep.
import errno
import os

TABLE = {
    BlockingIOError: (errno.EAGAIN, errno.EALREADY, errno.EINPROGRESS, errno.EWOULDBLOCK),
    BrokenPipeError: (errno.EPIPE, errno.ESHUTDOWN),
    ChildProcessError: (errno.ECHILD,),
    ConnectionAbortedError: (errno.ECONNABORTED,),
    ConnectionRefusedError: (errno.ECONNREFUSED,),
    ConnectionResetError: (errno.ECONNRESET,),
    FileExistsError: (errno.EEXIST,),
    FileNotFoundError: (errno.ENOENT,),
    InterruptedError: (errno.EINTR,),
    IsADirectoryError: (errno.EISDIR,),
    NotADirectoryError: (errno.ENOTDIR,),
    PermissionError: (errno.EACCES, errno.EPERM),
    ProcessLookupError: (errno.ESRCH,),
    TimeoutError: (errno.ETIMEDOUT,),
}
PLAIN = (errno.E2BIG, errno.EBADF, errno.EBUSY, errno.EDOM, errno.EFAULT, errno.EFBIG, errno.EINVAL, errno.EIO,
         errno.ELOOP, errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.ENOSPC, errno.ENOTEMPTY, errno.ERANGE,
         errno.EROFS, errno.ESPIPE, errno.EXDEV, errno.ENODEV, errno.ENOEXEC, errno.ENXIO, errno.ETXTBSY)
for kind, numbers in TABLE.items():
    for number in numbers:
        made = OSError(number, "text")
        print(kind.__name__, errno.errorcode[number], type(made) is kind, made.errno == number, made)
print(all(type(OSError(number, "text")) is OSError for number in PLAIN))
print([type(OSError(*args)).__name__ for args in ((2,), (2, "a"), ("2", "a"), (2.0, "a"), (True, "a"), (2, None), (2, "a", "f"))])


class Mine(OSError):
    pass


print(type(Mine(errno.ENOENT, "text")).__name__, type(FileExistsError(errno.ENOENT, "odd")).__name__)
print(issubclass(ConnectionResetError, ConnectionError), issubclass(BrokenPipeError, ConnectionError),
      issubclass(TimeoutError, OSError), IOError is EnvironmentError is OSError)
error = OSError(errno.ENAMETOOLONG, os.strerror(errno.ENAMETOOLONG), "one", None, "two")
print(error, "|", error.args, error.filename, error.filename2, repr(error))
error = BlockingIOError(errno.EAGAIN, "would wait", 7)
print(error.characters_written, error.filename, error.args, error)
error.characters_written = 9
print(error.characters_written)
for call in (lambda: BlockingIOError(errno.EAGAIN, "x").characters_written,
             lambda: setattr(error, "characters_written", "x"),
             lambda: OSError(1, 2, 3, 4, 5, 6),
             lambda: OSError(errno=3)):
    try:
        print(call())
    except Exception as caught:
        print(type(caught).__name__, caught)
error = OSError()
error.errno, error.strerror, error.filename = errno.EIO, "set later", b"name"
print(error, error.args, error.errno)
for number in (errno.ENOENT, errno.EISDIR, errno.ENOTDIR, errno.EEXIST):
    try:
        raise OSError(number, os.strerror(number), "some file")
    except (FileNotFoundError, NotADirectoryError) as caught:
        print("place:", caught)
    except FileExistsError as caught:
        print("there:", caught)
    except OSError as caught:
        print("other:", caught)
