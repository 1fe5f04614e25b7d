# permutations.
from itertools import islice, permutations


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print("ok", result if "object at" not in repr(result) else type(result).__name__)
    except Exception as e:
        print(type(e).__name__, e)


print(list(permutations('abc')), list(permutations('abc', 2)), list(permutations('abc', 1)), list(permutations('abc', 0)), list(permutations('ab', 3)), list(permutations([])), list(permutations([], 0)))
print([''.join(p) for p in permutations('abcd', 3)])
print(len(list(permutations(range(6)))), list(permutations(iterable='ab', r=None)), list(islice(permutations(range(20)), 3))[2][-3:])
everything = list(permutations(range(5)))
print(everything == sorted(everything), len(set(everything)), everything[59], everything[-1])
p = permutations('abc', 2)
print(p.__reduce__()[1:], next(p), p.__reduce__()[1:], next(p), p.__reduce__()[1:], list(p), p.__reduce__()[1:])
p = permutations('abc', 2)
p.__setstate__(((2, 0, 1), (1, 2)))
print(list(p))
p = permutations('abc')
p.__setstate__(((2, 1, 0), (99, -4, 1)))
print(list(p))
for state in (1, (1,), ((1,), (2,)), ((0, 1, 2), (1, 2, 3, 4)), (('a', 1, 2), (1, 2, 3)), ((0, 1, 2), (None, 1, 1)), ((0, 1, 2), 5)):
    attempt(permutations('abc').__setstate__, state)
for args in ((), (1,), ([1], 'a'), ([1], -1), ([1], 2, 3), ([1], 2**70), ([1], 1.0)):
    attempt(permutations, *args)
attempt(permutations, [1], foo=2)


def inversions(p):
    return sum(a > b for i, a in enumerate(p) for b in p[i:])


print([inversions(p) for p in permutations(range(4))])
best = max(permutations([3, 1, 2]), key=lambda p: p[0] * 100 + p[1] * 10 + p[2])
print(best, permutations('a') == permutations('a'), sum(1 for _ in permutations(range(7), 4)))
