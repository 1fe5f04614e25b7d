# Classes that derive from the iterators.
import itertools
from itertools import chain, count, cycle, groupby, islice, repeat, starmap


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print("ok", result if "object at" not in repr(result) else type(result).__name__)
    except Exception as e:
        print(type(e).__name__, e)


class Loud(chain):
    """A chain that says so."""

    def __next__(self):
        item = super().__next__()
        print('next', item)
        return item


loud = Loud('a', 'b')
print(list(loud), type(loud).__name__, isinstance(loud, chain), Loud.__mro__[1] is chain)
for item in Loud([1]):
    print(item)
print(next(Loud([2])), list(zip(Loud([3]), [4])), type(Loud.from_iterable(['x'])).__name__)


class Named(count):
    def __init__(self, start, name):
        self.name = name

    def __new__(cls, start, name):
        return super().__new__(cls, start)


n = Named(5, 'five')
print(n.name, next(n), n, n.__dict__, [n.__reduce__()[0] is Named, n.__reduce__()[1]])
n.other = 1
print(sorted(vars(n)))


class Slotted(repeat):
    __slots__ = ('extra',)


s = Slotted('r', 2)
s.extra = 'e'
print(list(s), s.extra, s)
attempt(setattr, s, 'more', 1)


class WithKeywords(cycle):
    def __init__(self, iterable, newarg=None):
        self.newarg = newarg


w = WithKeywords('ab', newarg=3)
print(list(islice(w, 3)), w.newarg)
attempt(WithKeywords, iterable='ab')


class Plain(cycle):
    pass


attempt(Plain, 'ab', newarg=3)
for kind in (chain, cycle, islice, starmap):
    attempt(type('Sub', (kind,), {}), keyword=1)
attempt(type, 'Two', (count, cycle), {})
attempt(type, 'Odd', (chain, count, object), {})


class Mixin:
    def double(self):
        return [x * 2 for x in self]


class Both(Mixin, islice):
    pass


print(Both('abc', 2).double(), Both.__bases__ == (Mixin, islice))
E = type('E', (count,), {})
e = E(1)
print(next(e))
E.__next__ = lambda self: 'patched'
print(next(e), [x for x, _ in zip(e, range(2))])
del E.__next__
print(next(e), next(e))
E.__iter__ = lambda self: iter('own')
print(list(e))
attempt(object.__new__, count)
attempt(object.__new__, E)
attempt(count.__new__, int)
attempt(count.__new__, 5)
attempt(setattr, e, '__class__', count)
F = type('F', (count,), {})
e.__class__ = F
print(type(e).__name__, next(e))
G = type('G', (repeat,), {})
attempt(setattr, e, '__class__', G)
attempt(setattr, chain, 'x', 1)
attempt(delattr, chain, 'from_iterable')
print(issubclass(itertools.product, object), callable(chain), hash(chain) == hash(chain), chain() == chain())


class Deep(groupby):
    def __next__(self):
        key, group = super().__next__()
        return key, ''.join(group)


print(list(Deep('aabc')), dict(Deep('xxy')))
