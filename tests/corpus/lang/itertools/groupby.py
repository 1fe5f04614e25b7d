# groupby.
from itertools import groupby, islice, count


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print("ok", result if "object at" not in repr(result) else type(result).__name__)
    except Exception as e:
        print(type(e).__name__, e)


print([(k, list(g)) for k, g in groupby('AAABBCA')], list(groupby([])), [(k, len(list(g))) for k, g in groupby(range(12), lambda x: x // 5)])
print([k for k, g in groupby('aabbc')], [(k, ''.join(g)) for k, g in groupby('aAbB', key=str.lower)], [(k, list(g)) for k, g in groupby(iterable=[1, 1.0, True, 2])])
g = groupby('aab')
key, first = next(g)
print(key, next(first))
key, second = next(g)
print(key, list(first), list(second), next(g, 'end'))
g = groupby([1, 1, 2, 2, 3])
groups = [group for key, group in g]
print([list(group) for group in groups])
g = groupby('aabbb')
next(g)
print([''.join(group) for key, group in g])
nan = float('nan')
print(len(list(groupby([nan, nan]))))


class Moody:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        if self.n == 3 or other.n == 3:
            raise RuntimeError('no comparison')
        return self.n == other.n


g = groupby([Moody(1), Moody(1), Moody(2), Moody(3)])
attempt(lambda: [k.n for k, group in g])
g = groupby([Moody(1), Moody(3)])
key, group = next(g)
print(key.n, next(group).n)
attempt(next, group)


def key(x):
    if x > 2:
        raise KeyError(x)
    return x


g = groupby([1, 2, 3, 1], key)
attempt(lambda: [k for k, group in g])
attempt(lambda: [k for k, group in g])
print([(k, list(islice(g, 2))) for k, g in islice(groupby(count(), lambda x: x // 3), 3)])
for args in ((), (1,), ([1], None, 3)):
    attempt(groupby, *args)
attempt(groupby, [1], foo=2)
attempt(lambda: list(groupby([1], 5)))
kind = type(next(groupby('a'))[1])
print(kind.__name__, kind.__module__)
attempt(kind)
attempt(kind, 1, 2)
attempt(type, 'Sub', (kind,), {})
parent = groupby('xxy')
next(parent)
print(list(kind(parent, 'x')), list(kind(parent, 'y')))
g = groupby('aab')
print(g.__reduce__()[0] is groupby, g.__reduce__()[1][1], len(g.__reduce__()))
k, group = next(g)
print(group.__reduce__()[0] is kind, group.__reduce__()[1][1], g.__reduce__()[2])
next(g)
print(group.__reduce__())
g = groupby('zz')
g.__setstate__(('q', 'Q', 'p'))
print([(k, list(v)) for k, v in g])
for state in (1, (1, 2)):
    attempt(g.__setstate__, state)
