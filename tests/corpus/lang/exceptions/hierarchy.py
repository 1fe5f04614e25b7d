"""The whole tree of exceptions, written down by walking it; each can be made, raised and caught by its base."""
import builtins

KNOWN = {name: value for name, value in vars(builtins).items()
         if isinstance(value, type) and issubclass(value, BaseException) and value.__name__ == name}


def tree(cls, depth=0):
    print('  ' * depth + cls.__name__)
    below = [sub for sub in KNOWN.values() if cls in sub.__bases__]
    for sub in sorted(below, key=lambda sub: sub.__name__):
        tree(sub, depth + 1)


tree(BaseException)
print(len(KNOWN), [name for name, cls in sorted(KNOWN.items()) if len(cls.__bases__) > 1], ExceptionGroup.__bases__)


def raises(function, *args):
    try:
        function(*args)
    except BaseException as error:
        chain = []
        for cls in type(error).__mro__:
            if cls is BaseException:
                break
            chain.append(cls.__name__)
        return '<'.join(chain) + ' ' + str(error)
    return 'nothing raised'


def throw(error):
    raise error


for cls in (ArithmeticError, FloatingPointError, IndentationError, TabError, SystemError, ModuleNotFoundError, MemoryError,
            ReferenceError, BufferError, UnboundLocalError, StopAsyncIteration, RecursionError, NotImplementedError):
    print(raises(throw, cls), '|', raises(throw, cls('why')), '|', raises(lambda: throw(cls('a', 2))))
print(raises(throw, ArithmeticError), raises(throw, FloatingPointError(1.5)))
print(raises(BaseException.__init__, 5), '|', raises(SystemError, 'made only'), '|', raises(lambda: SystemError(k=1)))
print(raises(throw, UnicodeError('u', 1)), '|', raises(UnicodeTranslateError, 'x'), '|', raises(UnicodeTranslateError, b'x', 0, 1, 'r'))
t = UnicodeTranslateError('häß', 1, 2, 'no place for it')
print(t, t.object, t.start, t.end, t.reason, t.args, hasattr(t, 'encoding'))
t.end = 3
print(t, '|', UnicodeTranslateError('\u20ac', 0, 1, 'r'), '|', UnicodeTranslateError('\U0001f600', 0, 1, 'r'), '|', UnicodeTranslateError('ab', 5, 9, 'r'))
print(raises(compile, 'if 1:\nx', 'f', 'exec'), '|', raises(compile, 'if 1:\n        a\n\tb', 'f', 'exec'), '|', raises(compile, ' x', 'f', 'exec'))
m = ModuleNotFoundError('msg', name='n', path='p')
print(m, m.name, m.path, m.msg, raises(lambda: ImportError(nam=1)), '|', raises(lambda: ModuleNotFoundError('a', 'b', name='c').missing))
print(raises(__import__, 'no_such_module_here'), '|', raises(throw, 5), '|', raises(throw, object), '|', raises(throw, None))
for special in StopIteration(3, 4), SystemExit(3), SystemExit(1, 2), SystemExit(), StopIteration():
    print(repr(special), getattr(special, 'value', '-'), getattr(special, 'code', '-'))
