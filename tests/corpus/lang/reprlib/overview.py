# Representations of limited size.
import reprlib
from collections import deque
from reprlib import Repr, recursive_repr

for value in (
    list(range(20)), tuple(range(20)), set(range(20)), frozenset(range(20)), deque(range(20)),
    dict.fromkeys(range(20)), 'x' * 100, 10 ** 100, -10 ** 60, [], (), set(), frozenset(), {}, (1,), deque(),
    [[[[[[[[[1]]]]]]]]], {'a': {'b': {'c': {}}}}, 'a\'b"' * 20, 'short', 12, 2.5, None, {3: 1, 1: 2, 2: 3},
    {'b': 1, 2: 3}, b'x' * 100, [[1] * 10] * 10, range(10 ** 20, 10 ** 40), ((), [], {}), 'é' * 50,
):
    print(reprlib.repr(value))
r = Repr()
print(r.maxlevel, r.maxtuple, r.maxlist, r.maxarray, r.maxdict, r.maxset, r.maxfrozenset, r.maxdeque, r.maxstring, r.maxlong, r.maxother, r.fillvalue)
r.maxlist, r.maxstring, r.maxlevel, r.maxdict, r.fillvalue, r.maxlong, r.maxother = 2, 10, 2, 1, '~', 8, 12
for value in ([1, 2, 3], 'abcdefghijklmnop', [[[[1]]]], {1: [2], 3: 4}, 123456789012, ((((1,),),),), {1: {2: {3: 4}}}, range(1000, 2000)):
    print(r.repr(value), r.repr1(value, 1))
r.maxstring, r.maxlist = 3, 0
print(r.repr('abcdef'), r.repr('ab'), r.repr([1]), r.repr([]))
print(reprlib.aRepr.repr == reprlib.repr, reprlib.__all__)


class Thing:
    def __repr__(self):
        return 'Thing of some length, ' * 5


class Bad:
    def __repr__(self):
        raise ValueError('no repr')


print(reprlib.repr(Thing()), reprlib.repr(Bad()).split(' at ')[0], reprlib.repr([Thing()]))


class Mine(Repr):
    def repr_Thing(self, obj, level):
        return f'<thing {level}>'

    def repr_bool(self, obj, level):
        return 'yes' if obj else 'no'


print(Mine().repr([Thing(), [True, False]]))


class Node(list):
    @recursive_repr('<again>')
    def __repr__(self):
        """Show it."""
        return 'Node(' + ', '.join(map(repr, self)) + ')'


n = Node([1])
n.append(n)
print(n, n, Node.__repr__.__name__, Node.__repr__.__doc__, Node.__repr__.__qualname__)


class Default:
    @recursive_repr()
    def __repr__(self):
        return f'[{self!r}]'


print(Default())


def attempt(f, *args, **kwargs):
    try:
        print('ok', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


attempt(repr, Bad())
attempt(reprlib.repr)
attempt(recursive_repr()(repr), 5)
attempt(recursive_repr(), 5)
attempt(Repr().repr1, [1])
