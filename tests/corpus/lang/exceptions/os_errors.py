"""OSError picks its subclass by errno; aliases, attributes, texts, and the arguments it takes."""
import errno


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


print(IOError is OSError, EnvironmentError is OSError, attempt(IOError, 2, 'x').__class__.__name__)
CODES = ['EPERM', 'EACCES', 'ENOENT', 'EEXIST', 'EISDIR', 'ENOTDIR', 'EAGAIN', 'EWOULDBLOCK', 'EALREADY', 'EINPROGRESS',
         'EPIPE', 'ESHUTDOWN', 'ECHILD', 'ECONNABORTED', 'ECONNREFUSED', 'ECONNRESET', 'EINTR', 'ESRCH', 'ETIMEDOUT', 'EINVAL']
for code in CODES:
    error = OSError(getattr(errno, code), 'text', 'file')
    print(code, type(error).__name__, [cls.__name__ for cls in type(error).__mro__[1:-3]], str(error).partition(' ')[2])

for cls in (BlockingIOError, BrokenPipeError, ChildProcessError, ConnectionAbortedError, ConnectionError,
            ConnectionRefusedError, ConnectionResetError, EnvironmentError, FileExistsError, IOError, InterruptedError,
            IsADirectoryError, NotADirectoryError, PermissionError, ProcessLookupError, TimeoutError):
    try:
        raise cls(errno.ENOENT, 'kept')
    except (FileNotFoundError, cls) as error:
        print(cls.__name__, '->', type(error).__name__, error.args, error.errno == errno.ENOENT)
    print('  ', attempt(cls, name=1))

e = OSError(2, 'no', 'a.txt', None, 'b.txt')
print(e, e.args, e.filename, e.filename2, e.strerror, repr(e))
print(OSError(2), OSError(2).errno, repr(OSError()), OSError().filename, OSError(1, 2, 3, 4, 5, 6).args)
print(OSError('a', 'b'), type(OSError('a', 'b')).__name__, OSError('a', 'b').errno)
e.filename = 'other'
e.errno = 99
print(e, type(e).__name__)
del e.filename2
print(e, e.filename2)


class Mine(OSError):
    def __init__(self, code, note):
        super().__init__(code, 'noted', 'f')
        self.note = note


class Made(OSError):
    def __new__(cls, *args):
        return super().__new__(cls, errno.EEXIST, 'from new')


print(type(Mine(errno.ENOENT, 'n')).__name__, Mine(2, 'n').args, str(Mine(2, 'n')), Mine(2, 'n').note)
print(repr(Made('ignored')), Made(1).errno == errno.EEXIST)

b = BlockingIOError(errno.EAGAIN, 'partial', 12)
print(b.characters_written, b.args, b.filename, b)
b.characters_written = 5
print(b.characters_written, attempt(setattr, b, 'characters_written', 'x'))
del b.characters_written
print(attempt(lambda: b.characters_written), '|', attempt(lambda: OSError(1, 'x').characters_written))
print(attempt(delattr, b, 'characters_written'), '|', attempt(lambda: BlockingIOError(errno.EAGAIN, 'p', 'name').filename))
