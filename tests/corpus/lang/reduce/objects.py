# How objects are taken apart: __reduce__, __reduce_ex__ with all protocols, __getstate__.
import copy
import copyreg


def shown(value):
    if isinstance(value, tuple):
        return '(' + ', '.join(shown(item) for item in value) + ')'
    if callable(value) and hasattr(value, '__qualname__'):
        return value.__qualname__
    if type(value).__name__.endswith('iterator'):
        return type(value).__name__ + repr(list(value))
    return repr(value)


def attempt(f, *args):
    try:
        print(shown(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)


class Plain:
    pass


class Slotted:
    __slots__ = ('a', 'b')


class Both(Slotted):
    __slots__ = ('__dict__', '__private')


class Args:
    def __new__(cls, x, *, y=0):
        return super().__new__(cls)

    def __getnewargs_ex__(self):
        return (1,), {'y': 2}


class Positional:
    def __getnewargs__(self):
        return 'a', 'b'


class State:
    def __getstate__(self):
        return 'state'

    def __setstate__(self, state):
        self.got = state


class Own:
    def __reduce__(self):
        return Own, ()


class OwnEx:
    def __reduce_ex__(self, protocol):
        return OwnEx, (protocol,)


class Listed(list):
    pass


class Mapped(dict):
    pass


class Number(int):
    pass


plain = Plain()
plain.x = 1
slotted = Slotted()
slotted.a = 5
both = Both()
both.b, both.c = 6, 7
listed = Listed([1, 2])
listed.note = 'n'
for value in (Plain(), plain, slotted, both, Positional(), State(), Own(), OwnEx, listed, Mapped(a=1), Number(7)):
    for protocol in (0, 1, 2, 3, 4):
        attempt(value.__reduce_ex__, protocol) if not isinstance(value, type) else None
    attempt(value.__reduce__) if not isinstance(value, type) else None
attempt(OwnEx().__reduce_ex__, 3)
attempt(Args.__reduce_ex__, object.__new__(Args), 2)
attempt(object.__reduce__, Own())
for value in (plain, Plain(), slotted, both, State(), listed, 5, 'x', [1], None):
    attempt(value.__getstate__)
print(plain.__getstate__() is plain.__dict__)
for value in (5, 2.5, 1j, 'x', b'x', (1,), [1], {1: 2}, None, True, object()):
    attempt(value.__reduce_ex__, 4)
for value in ({1}, frozenset([1]), bytearray(b'ab'), bytearray(), range(1, 5, 2), slice(1, 2), ..., NotImplemented):
    attempt(value.__reduce__)
attempt(bytearray(b'ab').__reduce_ex__, 3)
for value in ([].append, len, list.append, int.__add__, (3).__add__, dict.fromkeys, Plain().__init__, list[int], State().__getstate__):
    attempt(lambda: value.__reduce__()[0])
for value in (lambda: 1, (x for x in ()), {}.keys(), memoryview(b''), property(), int | str, copy, type.__dict__, attempt.__code__):
    attempt(value.__reduce_ex__, 2)
    attempt(value.__reduce_ex__, 0)
error = ValueError('bad', 1)
attempt(error.__reduce__)
error.extra = 1
attempt(error.__reduce__)
attempt(OSError(2, 'm', 'file').__reduce__)
attempt(OSError(2, 'm', 'file', None, 'second').__reduce__)
attempt(ImportError('m', name='n', path='p').__reduce__)
attempt(KeyError('k').__reduce_ex__, 4)
error.__setstate__({'more': 2})
print(error.more, error.extra)
attempt(error.__setstate__, 5)
for bad in ('text', ('a',), ([], {}), ((), [])):
    made = type('Bad', (), {'__getnewargs_ex__': lambda self: bad})
    attempt(made().__reduce_ex__, 2)
attempt(type('Bad', (), {'__getnewargs__': lambda self: 'text'})().__reduce_ex__, 2)
attempt(object().__reduce_ex__, 'x')
print(copy.copy(both).c, copy.copy(slotted).a, copy.deepcopy(State()).got, copy.copy(listed).note)
print(copyreg._reduce_ex(plain, 1)[2], copy.copy(error).args, copy.copy(error).more)
print(copy.copy(ImportError('m', name='n')).name, copy.copy(OSError(2, 'm', 'file')).filename)
print(list.__new__(list, [1]), dict.__new__(dict, a=1), set.__new__(set, [1]), bytearray.__new__(bytearray, b'x'))
