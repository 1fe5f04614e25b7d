# compress, dropwhile, takewhile, filterfalse, starmap.
from itertools import compress, count, cycle, dropwhile, filterfalse, islice, starmap, takewhile


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print("ok", result if "object at" not in repr(result) else type(result).__name__)
    except Exception as e:
        print(type(e).__name__, e)


print(list(compress('abcdef', [1, 0, 1, 0, 1, 1])), list(compress('abc', [])), list(compress([], [1])), list(compress('abc', [1] * 9)))
print(list(compress(data='ab', selectors=(True, None))), list(islice(compress(count(), cycle([0, 0, 1])), 4)))
print(list(dropwhile(lambda x: x < 3, [1, 2, 3, 1, 0])), list(dropwhile(bool, [1, 0, 1])), list(dropwhile(bool, [])), list(dropwhile(str.isalpha, 'ab1c')))
print(list(takewhile(lambda x: x < 3, [1, 2, 3, 1, 0])), list(takewhile(bool, [0, 1])), list(takewhile(bool, [])))
print(list(filterfalse(lambda x: x % 2, range(8))), list(filterfalse(None, [0, 1, '', 'a', None, []])), list(filterfalse(bool, [0, 2])))
print(list(starmap(pow, [(2, 3), (3, 2)])), list(starmap(max, ['ab', [1, 2, 3]])), list(starmap(lambda *a: a, [(), (1,), {2: 3}])), list(starmap(print, [])))
t = takewhile(lambda x: x != 2, iter([1, 2, 3]))
print(next(t), next(t, 'end'), next(t, 'end'), list(t))
rest = iter([1, 5, 2, 3])
print(list(takewhile(lambda x: x < 5, rest)), list(rest))
calls = []
d = dropwhile(lambda x: calls.append(x) or x < 2, [1, 2, 0, 3])
print(list(d), calls)


def fail(x):
    if x == 2:
        raise ZeroDivisionError(x)
    return x


for kind in (dropwhile, takewhile, filterfalse):
    it = kind(fail, [1, 2, 3, 0])
    attempt(lambda: list(it))
    attempt(lambda: list(it))
it = starmap(fail, [(1,), (2,), (3,)])
print(next(it))
attempt(next, it)
attempt(next, it)


class NoTruth:
    def __bool__(self):
        raise TypeError('no truth')


attempt(lambda: list(compress('ab', [NoTruth()])))
attempt(lambda: list(takewhile(lambda x: NoTruth(), 'a')))
attempt(lambda: list(filterfalse(None, [NoTruth()])))
attempt(lambda: list(starmap(max, [1])))
attempt(lambda: list(starmap(1, [(1,)])))
attempt(lambda: list(dropwhile(1, [1])))
for kind in (dropwhile, takewhile, filterfalse, starmap):
    for args in ((), (1,), (1, 2), (1, [2], 3)):
        attempt(kind, *args)
    attempt(kind, function=1, iterable=[])
for args in ((), ([],), (1, []), ([], 1), ([], [], [])):
    attempt(compress, *args)
print([k(bool, []).__reduce__()[2:] for k in (dropwhile, takewhile, filterfalse, starmap)], len(compress([], []).__reduce__()))
t = takewhile(bool, [1, 2])
t.__setstate__(True)
d = dropwhile(bool, [1, 2])
d.__setstate__(1)
print(list(t), list(d), takewhile(bool, []).__reduce__()[2])
attempt(t.__setstate__, NoTruth())
