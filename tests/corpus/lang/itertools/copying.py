# Copies of iterators, by copy and by hand.
import copy
from itertools import *


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print("ok", result if "object at" not in repr(result) else type(result).__name__)
    except Exception as e:
        print(type(e).__name__, e)


def both(it, skip=1):
    """What is left of an iterator and of its copies."""
    for _ in range(skip):
        next(it, None)
    again = copy.deepcopy(it)
    kind, args, *state = it.__reduce__()
    print(type(it).__name__, list(islice(again, 6)), list(islice(it, 6)))


for skip in range(3):
    both(count(5), skip)
    both(count(5, 2), skip)
    both(repeat('x', 3), skip)
    both(cycle('abc'), skip)
    both(cycle('ab'), skip + 3)
    both(accumulate([1, 2, 3, 4]), skip)
    both(accumulate([1, 2], initial=0), skip)
    both(accumulate([None, None, None], lambda a, b: None), skip)
    both(chain('ab', 'cd'), skip)
    both(compress('abcd', [1, 0, 1, 1]), skip)
    both(dropwhile(lambda c: c.isalpha(), 'ab1cd'), skip)
    both(takewhile(lambda c: c.isalpha(), 'abc1'), skip)
    both(filterfalse(lambda c: c.isdigit(), 'a1b2c'), skip)
    both(starmap(max, [(1, 2), (3, 4), (5, 6)]), skip)
    both(islice('abcdefg', 1, 6, 2), skip)
    both(zip_longest('ab', 'xyz', fillvalue='-'), skip)
    both(product('ab', [1, 2]), skip)
    both(permutations('abc', 2), skip)
    both(combinations('abcd', 2), skip)
    both(combinations_with_replacement('abc', 2), skip)
    both(tee('abcd')[0], skip)
g = groupby('aabbcc')
next(g)
h = copy.deepcopy(g)
print([(k, ''.join(v)) for k, v in h], [(k, ''.join(v)) for k, v in g])
k, group = next(groupby('aab'))
next(group)
print(list(copy.deepcopy(group)))
for make in (lambda: count(1), lambda: repeat(1, 2), lambda: chain('a'), lambda: islice('abc', 1), lambda: combinations('ab', 1)):
    it = make()
    list(islice(it, 5))
    print(list(islice(copy.copy(it), 2)))
attempt(count(1).__setstate__, 1) if hasattr(count, '__setstate__') else print('no state')
attempt(lambda: pairwise.__setstate__)
