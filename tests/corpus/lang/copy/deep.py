# Deep copies.
import copy
from collections import ChainMap, Counter, OrderedDict, UserDict, defaultdict, deque, namedtuple

inner = [1, [2]]
value = {'a': inner, 'b': (inner, 3), 'c': {'d': inner}}
made = copy.deepcopy(value)
print(made == value, made['a'] is inner, made['a'] is made['b'][0], made['a'] is made['c']['d'])
for value in (1, 'a', (1, 2), ((1,), 'x'), None, range(2), len, int, frozenset([1]), 2.5, b'a', True, ..., copy.copy):
    print(type(value).__name__, copy.deepcopy(value) is value)
t = (inner, (1, 2))
u = copy.deepcopy(t)
print(u, u is t, u[0] is inner, u[1] is t[1])
loop = [1]
loop.append(loop)
again = copy.deepcopy(loop)
print(again, again[1] is again, again is loop)
knot = ([],)
knot[0].append(knot)
again = copy.deepcopy(knot)
print(again[0][0] is again, again is knot)
circle = {}
circle['me'] = circle
again = copy.deepcopy(circle)
print(again, again['me'] is again)
Pair = namedtuple('Pair', 'a b')
for value in (
    deque([inner], 3), OrderedDict(a=inner), defaultdict(list, a=inner), Counter('ab'), Pair(inner, 2),
    ChainMap({'a': inner}), UserDict(a=inner), {1, 2}, bytearray(b'x'), [[[inner]]],
):
    made = copy.deepcopy(value)
    print(type(made).__name__, made == value, made is value)
print(copy.deepcopy(Pair(inner, 2)).a is inner, copy.deepcopy(deque([inner]))[0] is inner, copy.deepcopy(deque([1], 5)).maxlen)


class Node:
    def __init__(self, name):
        self.name, self.links = name, []

    def link(self, other):
        self.links.append(other)
        return other


a = Node('a')
a.link(Node('b')).link(a)
z = copy.deepcopy(a)
print(z.name, z.links[0].name, z.links[0].links[0] is z, z is a, z.links[0] is a.links[0])


class Slots:
    __slots__ = ('a', '__weakref__')


s = Slots()
s.a = inner
print(copy.deepcopy(s).a == inner, copy.deepcopy(s).a is inner)


class Listed(list):
    pass


l = Listed([inner])
l.extra = inner
m = copy.deepcopy(l)
print(m, m.extra, m[0] is m.extra, m.extra is inner, type(m).__name__)


class Own:
    def __init__(self, x):
        self.x = x

    def __deepcopy__(self, memo):
        new = Own(copy.deepcopy(self.x, memo))
        new.copied = True
        return new


o = Own(inner)
pair = copy.deepcopy([o, o])
print(pair[0] is pair[1], pair[0].copied, pair[0].x is inner)


class Stateful:
    def __init__(self):
        self.data, self.cache = [1], [2]

    def __getstate__(self):
        return [self.data]

    def __setstate__(self, state):
        self.data, = state
        self.cache = None


s = Stateful()
t = copy.deepcopy(s)
print(t.data, t.data is s.data, t.cache)
memo = {}
first = copy.deepcopy(inner, memo)
print(copy.deepcopy(inner, memo) is first, copy.deepcopy(inner) is first, memo[id(inner)] is first)


class Bound:
    def __init__(self):
        self.items = [1]

    def get(self):
        return self.items


b = Bound()
method = copy.deepcopy(b.get)
print(method() == b.items, method() is b.items, method.__func__ is Bound.get)
print(repr(copy.deepcopy(KeyError('k', [1]))))
