# Recipes of the documentation.
import operator
from collections import deque
from itertools import *


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print("ok", result if "object at" not in repr(result) else type(result).__name__)
    except Exception as e:
        print(type(e).__name__, e)


def take(n, iterable):
    return list(islice(iterable, n))


def prepend(value, iterable):
    return chain([value], iterable)


def tail(n, iterable):
    return iter(deque(iterable, maxlen=n))


def consume(iterator, n=None):
    if n is None:
        deque(iterator, maxlen=0)
    else:
        next(islice(iterator, n, n), None)


def nth(iterable, n, default=None):
    return next(islice(iterable, n, None), default)


def all_equal(iterable):
    g = groupby(iterable)
    return next(g, True) and not next(g, False)


def ncycles(iterable, n):
    return chain.from_iterable(repeat(tuple(iterable), n))


def grouper(iterable, n, *, incomplete='fill', fillvalue=None):
    args = [iter(iterable)] * n
    if incomplete == 'fill':
        return zip_longest(*args, fillvalue=fillvalue)
    return zip(*args, strict=incomplete == 'strict')


def triplewise(iterable):
    for (a, _), (b, c) in pairwise(pairwise(iterable)):
        yield a, b, c


def sliding_window(iterable, n):
    it = iter(iterable)
    window = deque(islice(it, n), maxlen=n)
    if len(window) == n:
        yield tuple(window)
    for x in it:
        window.append(x)
        yield tuple(window)


def roundrobin(*iterables):
    active = len(iterables)
    nexts = cycle(iter(it).__next__ for it in iterables)
    while active:
        try:
            for step in nexts:
                yield step()
        except StopIteration:
            active -= 1
            nexts = cycle(islice(nexts, active))


def partition(pred, iterable):
    a, b = tee(iterable)
    return filterfalse(pred, a), filter(pred, b)


def powerset(iterable):
    s = list(iterable)
    return chain.from_iterable(combinations(s, r) for r in range(len(s) + 1))


def unique_justseen(iterable, key=None):
    return map(next, map(operator.itemgetter(1), groupby(iterable, key)))


def sieve(n):
    data = bytearray((0, 1)) * (n // 2)
    limit = int(n ** 0.5) + 1
    for p in compress(range(limit), data):
        data[p * p:n:p + p] = bytes(len(range(p * p, n, p + p)))
    data[2] = 1
    return compress(range(n), data)


def flatten(rows):
    return chain.from_iterable(rows)


def dotproduct(a, b):
    return sum(map(operator.mul, a, b))


def convolve(signal, kernel):
    kernel = tuple(kernel)[::-1]
    n = len(kernel)
    window = deque([0], maxlen=n) * n
    for x in chain(signal, repeat(0, n - 1)):
        window.append(x)
        yield sum(map(operator.mul, kernel, window))


it = iter(range(10))
consume(it, 3)
print(next(it), take(2, it), nth(it, 1), nth('abc', 9, 'none'), list(prepend(0, [1])), list(tail(3, 'abcdefg')))
consume(it)
print(list(it), all_equal('aaa'), all_equal('aab'), all_equal(''), ''.join(ncycles('ab', 3)))
print([''.join(g) for g in grouper('abcdefg', 3, fillvalue='x')], list(grouper('abcdef', 4, incomplete='ignore')))
attempt(lambda: list(grouper('abcde', 2, incomplete='strict')))
print([''.join(w) for w in sliding_window('abcdef', 4)], [''.join(t) for t in triplewise('abcdef')], ''.join(roundrobin('abc', 'd', 'ef')))
evens, odds = partition(lambda x: x % 2, range(10))
print(list(evens), list(odds), list(powerset([1, 2, 3])), ''.join(unique_justseen('AAAABBBCCDAABBB')), list(unique_justseen('ABBcCAD', str.casefold)))
print(list(sieve(50)), list(flatten([[1], [2, 3]])), dotproduct([1, 2], [3, 4]), list(convolve([1, 2, 3], [1, 1])))
