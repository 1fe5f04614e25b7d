"""Errors of the system and warnings as classes: raised in functions, sorted by handlers, chained, and made wrongly."""
import errno


def check(cls, *args, **kwargs):
    try:
        return repr(cls(*args, **kwargs))
    except Exception as error:
        return f'{type(error).__name__}: {error}'


CONNECTION = [BrokenPipeError, ConnectionAbortedError, ConnectionRefusedError, ConnectionResetError]
OTHERS = [BlockingIOError, ChildProcessError, InterruptedError, PermissionError, ProcessLookupError, EnvironmentError, IOError, ConnectionError]


def handler(error):
    try:
        raise error
    except BrokenPipeError as e:
        return 'pipe', e.errno
    except ConnectionError as e:
        return 'connection', type(e).__name__
    except (PermissionError, ProcessLookupError, ChildProcessError) as e:
        return 'process', e.strerror
    except (BlockingIOError, InterruptedError) as e:
        return 'try again', getattr(e, 'characters_written', 'unknown')
    except EnvironmentError as e:
        return 'system', str(e)
    except (FloatingPointError, SystemError, TabError, IndentationError) as e:
        return 'rare', e.args
    except (BytesWarning, EncodingWarning, FutureWarning, ImportWarning, ResourceWarning, SyntaxWarning, UnicodeWarning, DeprecationWarning, RuntimeWarning) as e:
        return 'warning', e.__class__.__mro__[1].__name__


for cls in CONNECTION + OTHERS:
    print(cls.__name__, handler(cls()), handler(cls(errno.EPIPE, 'told')), handler(cls('one text')), cls.__base__.__name__)
for error in (OSError(errno.EAGAIN, 'later', 3), OSError(errno.ECONNRESET, 'x'), FloatingPointError('f'), SystemError(1, 2), TabError('tabs'), IndentationError('indent'), BytesWarning(), EncodingWarning('e'), FutureWarning(), ImportWarning(), ResourceWarning(), SyntaxWarning(), UnicodeWarning(), DeprecationWarning(), RuntimeWarning()):
    print(repr(error), handler(error))
print(check(TabError, 'a', 5), '|', check(IndentationError, 'a', (1,)), '|', check(TabError, k=1), '|', check(DeprecationWarning, k=1), '|', check(RuntimeWarning, x=2), '|', check(EnvironmentError, a=1), '|', check(IOError, 2, 'no', 'f'), check(SyntaxWarning, why=1))
t = TabError('m', ('f', 1, 2, 'text'))
print(t.print_file_and_line, t.lineno, t.text, check(BlockingIOError, 11, 'x', 'name'))
try:
    try:
        raise ConnectionResetError(errno.ECONNRESET, 'reset')
    except OSError as first:
        raise PermissionError from first
except PermissionError as second:
    print(repr(second), repr(second.__cause__), isinstance(second, IOError), second.errno)
