# Places in sorted sequences, and errors.
from bisect import *
from collections import UserList, deque


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print("ok", result if "object at" not in repr(result) else type(result).__name__)
    except Exception as e:
        print(type(e).__name__, e)


a = [1, 2, 2, 2, 5]
for x in (0, 1, 2, 3, 5, 6):
    print(x, bisect_left(a, x), bisect_right(a, x), bisect(a, x), bisect_left(a, x, 2), bisect_right(a, x, 0, 3), bisect_left(a, x, hi=2))
print(bisect(a, 2, 9, 3), bisect_left([], 1), bisect_left(a, 2, 0, -1), bisect_left('abd', 'c'), bisect_right((1, 2), 2), bisect_left(range(100), 42), bisect(a=a, x=3, lo=0, hi=5))
words = ['a', 'bb', 'ccc', 'dddd']
print(bisect_left(words, 3, key=len), bisect_right(words, 3, key=len), bisect_left(words, 9, key=len), bisect_left([5, 3, 1], -3, key=lambda v: -v))
items = []
for x in (3, 1, 2, 2.5, 1):
    insort(items, x)
print(items, insort_left(items, 1.0), insort_right(items, 1.0), [type(x).__name__ for x in items])
records = [('x', 1), ('y', 3)]
insort(records, ('z', 2), key=lambda r: r[1])
insort_left(records, ('w', 3), key=lambda r: r[1])
print(records)
u, d = UserList([1, 3]), deque([1, 3])
insort(u, 2)
insort_left(d, 2)
print(u, d, bisect(u, 2), bisect(d, 9))
for f in (bisect_left, bisect_right, insort_left, insort_right):
    for args in ((), ([],), ([1], 1, -1), ([1, 'a'], 2), (5, 1), ([1], 1, 'a'), ([1], 1, 0, 'b'), ([1, 2], 1, 0, 9), ([], 1, 2, 3, 4)):
        attempt(f, *args)
    attempt(f, [1], 1, key=5)
    attempt(f, [1], 1, foo=2)
    attempt(f, [1], 1, lo=2**70)
    attempt(f, [1, 2], 3, key=lambda v: 1 / 0)


class Seq:
    def __len__(self):
        return 10

    def __getitem__(self, i):
        print('get', i)
        return i * i


print(bisect_left(Seq(), 30), bisect(Seq(), 0))


class OnlyLess:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n


print(bisect_left([OnlyLess(1), OnlyLess(3)], OnlyLess(2)), bisect_right([OnlyLess(1), OnlyLess(3)], OnlyLess(3)))
attempt(insort, (1, 2), 1)
print(bisect is bisect_right, insort is insort_right, bisect_left.__name__, bisect_left.__module__)
data = list(range(0, 300, 3))
print(all(bisect_left(data, x) == sum(y < x for y in data) for x in range(-2, 305, 7)), all(bisect_right(data, x) == sum(y <= x for y in data) for x in range(-2, 305, 7)))
