# count and repeat.
from itertools import count, islice, repeat


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print("ok", result if "object at" not in repr(result) else type(result).__name__)
    except Exception as e:
        print(type(e).__name__, e)


print(list(islice(count(), 3)), list(islice(count(10), 3)), list(islice(count(10, -3), 4)))
print(list(islice(count(1.5), 3)), list(islice(count(0, 0.25), 4)), list(islice(count(5j), 2)))
print(count(), count(-5), count(3, 2), count(1.5, 2), count(1, 1.0), count(5, 0), count(True), count(1, True))
print(list(islice(count(2**62), 2)), list(islice(count(2**63 - 2), 4)), list(islice(count(-2**63, -1), 3)))
print(count(2**70), next(count(2**70, 5)), list(islice(count(0, 2**65), 3)))
c = count(2**47 - 2)
print([next(c) for _ in range(5)], c)
print(list(islice(count(step=2), 3)), list(islice(count(start=1, step=-1), 3)))
c = count()
next(c)
print(c, iter(c) is c, next(c), c)
for value in count(7):
    if value > 9:
        break
print(value)
print(list(zip(count(1), 'abc')), dict(zip('xy', count())))
for args in (('a',), (1, 'a'), ([],), (None,), (1, 2, 3)):
    attempt(count, *args)
attempt(count, stop=3)
attempt(count, 1, start=2)


class Index:
    def __index__(self):
        return 7


attempt(count, Index())
attempt(lambda: next(count(Index())).__index__())
bad = count(1, 2)
print(repr(repeat('a')), repeat('a', 0), repeat('a', -3), repeat([1], 2))
print(list(repeat('x', 3)), list(repeat(None, 0)), list(map(pow, range(4), repeat(2))))
print(list(repeat(object='o', times=2)), list(zip(repeat(1), 'ab')))
r = repeat(9, 3)
print(r.__length_hint__(), next(r), r.__length_hint__(), r, list(r), r.__length_hint__(), r)
attempt(repeat('a').__length_hint__)
for args in ((), (1, 2, 3), (1, 'a'), (1, 2**100), (1, None)):
    attempt(repeat, *args)
attempt(repeat, 1, foo=3)
attempt(next, repeat(1, 0))
print(next(repeat(1, 0), 'end'), next(iter(count()), 'never'))
attempt(count.__next__, 5)
attempt(repeat.__repr__, 5)
attempt(setattr, count, 'x', 1)
attempt(setattr, count(), 'x', 1)
attempt(lambda: count()[0])
attempt(lambda: len(repeat(1, 2)))
