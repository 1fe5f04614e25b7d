# Shallow copies.
import copy
from collections import ChainMap, Counter, OrderedDict, UserList, defaultdict, deque, namedtuple

inner = [1]
for value in (
    [inner], {'a': inner}, {1, 2}, bytearray(b'ab'), deque([inner], 3), OrderedDict(a=inner),
    defaultdict(list, a=inner), Counter('aab'), ChainMap({'a': inner}), UserList([inner]),
):
    made = copy.copy(value)
    print(type(made).__name__, made == value, made is value, made)
Pair = namedtuple('Pair', 'a b')
for value in (1, 2.5, 'text', b'bytes', None, True, ..., NotImplemented, (inner,), frozenset([1]), range(3), len, print, int, copy.copy, 3j, slice(1, 2), lambda: 1):
    print(type(value).__name__, copy.copy(value) is value)
p = Pair(inner, 2)
print(copy.copy(p), copy.copy(p).a is inner, type(copy.copy(p)) is Pair)


class Plain:
    def __init__(self, x):
        self.x = x


p = Plain(inner)
q = copy.copy(p)
print(q is p, q.x is inner, type(q).__name__, q.__dict__)


class Slots:
    __slots__ = ('a', 'b')


s = Slots()
s.a = inner
t = copy.copy(s)
print(t.a is inner, hasattr(t, 'b'), t is s)


class Both(Slots):
    pass


b = Both()
b.a, b.c = 1, 2
print(copy.copy(b).a, copy.copy(b).c)


class Listed(list):
    pass


class Mapped(dict):
    pass


class Number(int):
    pass


class Text(str):
    pass


l = Listed([inner, 2])
l.note = 'hi'
m = copy.copy(l)
print(m, m.note, m is l, type(m).__name__, m[0] is inner)
d = Mapped(a=inner)
d.note = 'ho'
e = copy.copy(d)
print(e, e.note, type(e).__name__, e['a'] is inner)
n = Number(5)
n.unit = 'm'
print(copy.copy(n), copy.copy(n).unit, type(copy.copy(n)).__name__, copy.copy(Text('abc')), type(copy.copy(Text('a'))).__name__)


class Own:
    def __copy__(self):
        return 'own copy'


class Reduces:
    def __init__(self, a):
        self.a = a

    def __reduce__(self):
        return Reduces, (self.a + 1,)


class Stateful:
    def __init__(self):
        self.a, self.cache = 1, 'big'

    def __getstate__(self):
        return {'a': self.a}

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.cache = 'new'


class New:
    def __new__(cls, a, *, b):
        self = super().__new__(cls)
        self.a, self.b = a, b
        return self

    def __getnewargs_ex__(self):
        return (self.a,), {'b': self.b}


class NewArgs(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    def __getnewargs__(self):
        return tuple(self)


print(copy.copy(Own()), copy.copy(Reduces(1)).a, copy.copy(Stateful()).__dict__, copy.copy(New(1, b=2)).b, copy.copy(NewArgs(1, 2)))


class Meta(type):
    pass


class Made(metaclass=Meta):
    pass


print(copy.copy(Made) is Made, copy.copy(Meta) is Meta)


class Global:
    def __reduce__(self):
        return 'the_global'


g = Global()
print(copy.copy(g) is g)
e = copy.copy(ValueError('bad', 3))
print(repr(e), e.args)
