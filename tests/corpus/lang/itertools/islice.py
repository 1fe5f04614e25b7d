# islice and pairwise.
from itertools import count, islice, pairwise
import sys


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print("ok", result if "object at" not in repr(result) else type(result).__name__)
    except Exception as e:
        print(type(e).__name__, e)


print(list(islice('abcdef', 3)), list(islice('abcdef', 2, 4)), list(islice('abcdef', 1, None, 2)), list(islice('abc', None)), list(islice('abc', 0)), list(islice('abc', 9)))
print(list(islice(range(10), 3, 3)), list(islice(range(10), 5, 2)), list(islice(range(10), None, None, 4)), list(islice(range(10), 1, 8, 3)), list(islice('ab', 5, None)))
it = iter(range(10))
print(list(islice(it, 3)), list(islice(it, 1, 5, 2)), list(it))
it = iter(range(10))
s = islice(it, 2, 4)
print(next(s), next(s), next(s, 'end'), next(it), next(s, 'end'))
it = iter(range(10))
print(list(islice(it, 5, 3)), next(it), list(islice(it, 0)), next(it))
print(list(islice(count(), 3, 20, 5)), next(islice(count(), 5, None)), list(islice(range(3), True)))
print(list(islice(range(5), 0, sys.maxsize, 2)), list(islice(range(5), 1, None, sys.maxsize)), list(islice(range(3), sys.maxsize)))


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        if self.n is None:
            raise OSError('no index')
        return self.n


print(list(islice(range(9), Index(1), Index(7), Index(2))))
for args in ((), ([1],), (1, 2), ([1], -1), ([1], 'a'), ([1], 1, -1), ([1], -1, 1), ([1], 'a', 1), ([1], 1, 2, 0), ([1], 1, 2, -1), ([1], 1, 2, 'a'), ([1], 1, 2, 3, 4), ([1], 2**100), ([1], None, 2**100), ([1], 1, 2, 2**100), ([1], 1.0), ([1], Index(None)), ([1], -2), ([1], 0, -2)):
    attempt(islice, *args)
attempt(islice, [1], stop=1)


def broken():
    yield 1
    raise ValueError('broken')


s = islice(broken(), 5)
print(next(s))
attempt(next, s)
attempt(next, s)
s = islice('abcdef', 1, 5, 3)
print(s.__reduce__()[1][1:], s.__reduce__()[2], next(s), s.__reduce__()[1][1:], s.__reduce__()[2], list(s), s.__reduce__()[1][1:], s.__reduce__()[2])
print(islice([1], None).__reduce__()[1][1:])
s = islice('abcdef', 4)
s.__setstate__(2)
print(list(s))
for state in ('a', -1, 2**70, None):
    attempt(s.__setstate__, state)
print(list(pairwise('abcd')), list(pairwise('a')), list(pairwise('')), list(islice(pairwise(count()), 2)), [b - a for a, b in pairwise([1, 4, 9, 16])])
p = pairwise(iter([1, 2]))
print(next(p), next(p, 'end'), next(p, 'end'), iter(p) is p)
p = pairwise(broken())
attempt(next, p)
attempt(next, p)
for args in ((), (1,), ([], [])):
    attempt(pairwise, *args)
attempt(pairwise, iterable=[])
