# combinations, with and without replacement.
from itertools import combinations, combinations_with_replacement as replacement


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print("ok", result if "object at" not in repr(result) else type(result).__name__)
    except Exception as e:
        print(type(e).__name__, e)


print(list(combinations('abcd', 2)), list(combinations('abc', 3)), list(combinations('abc', 4)), list(combinations('abc', 0)), list(combinations([], 0)), list(combinations([], 1)))
print(list(replacement('abc', 2)), list(replacement('ab', 3)), list(replacement('abc', 0)), list(replacement([], 0)), list(replacement([], 2)), list(replacement('a', 4)))
print([''.join(c) for c in combinations('abcde', 3)], list(combinations(iterable='ab', r=1)), list(replacement(iterable='ab', r=1)))
print(len(list(combinations(range(12), 5))), len(list(replacement(range(6), 4))), sum(1 for c in combinations(range(10), 4) if sum(c) == 14))
c = combinations('abcd', 2)
print(c.__reduce__()[1:], next(c), c.__reduce__()[1:], next(c), c.__reduce__()[1:], len(list(c)), c.__reduce__()[1:])
r = replacement('ab', 2)
print(r.__reduce__()[1:], next(r), r.__reduce__()[1:], next(r), r.__reduce__()[1:], len(list(r)), r.__reduce__()[1:])
c = combinations('abcd', 2)
c.__setstate__((1, 2))
print(list(c))
c = combinations('abcd', 2)
c.__setstate__((-7, 99))
print(list(c))
r = replacement('abc', 2)
r.__setstate__((1, 1))
print(list(r))
r = replacement('abc', 2)
r.__setstate__((-1, 99))
print(list(r))
for kind in (combinations, replacement):
    for state in (1, (1,), ('a', 'b'), (1, 2, 3), [0, 1]):
        attempt(kind('abcd', 2).__setstate__, state)
    for args in ((), ([1],), (1, 2), ([1], -1), ([1], 'a'), ([1], 2**70), ([1], 1, 2), ([1], None), ([1], 1.0)):
        attempt(kind, *args)
    it = kind('ab', 1)
    print(next(it), list(it), list(it), next(it, 'end'), iter(it) is it)
same = list(combinations([1, 1, 2], 2))
print(same, len(set(same)), list(combinations('ab', True)))
for n in range(6):
    row = [sum(1 for _ in combinations(range(n), k)) for k in range(n + 1)]
    print(row, sum(row) == 2 ** n)
