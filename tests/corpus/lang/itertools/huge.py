# Arguments beyond all measure.
from itertools import *
import sys


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print("ok", result if "object at" not in repr(result) else type(result).__name__)
    except Exception as e:
        print(type(e).__name__, e)


big = 2 ** 100
for f, args in (
    (repeat, (1, big)), (repeat, (1, -big)), (islice, ('a', big)), (islice, ('a', -big)), (tee, ('a', big)), (tee, ('a', -big)),
    (permutations, ('a', big)), (permutations, ('a', -big)), (combinations, ('a', big)), (combinations, ('a', -big)),
    (combinations_with_replacement, ('a', big)), (combinations_with_replacement, ('a', -big)),
):
    attempt(f, *args)
attempt(product, 'a', repeat=big)
attempt(product, 'a', repeat=-big)
attempt(product, 'ab', repeat=sys.maxsize)
attempt(lambda: list(combinations('ab', 100)))
attempt(lambda: list(permutations('ab', 1000)))
print(next(count(big)), next(count(-big, big)), count(big, -big), next(repeat(1, sys.maxsize)), repeat(0, sys.maxsize).__length_hint__() == sys.maxsize)
print(list(islice(range(big), 3)), next(islice(count(), 1000, None)))
print(list(islice(count(sys.maxsize - 1), 3)), list(islice(count(-sys.maxsize), 2)), list(islice(count(1, big), 2)))
print(len(list(combinations_with_replacement('a', 1000))[0]), len(next(product('ab', repeat=500))), len(next(permutations(range(300)))))
print(sum(1 for _ in islice(cycle('ab'), 20001)), sum(islice(repeat(3), 10000)), sum(chain.from_iterable(repeat([1, 2], 5000))))
a, b = tee(range(5000))
print(sum(a) == sum(b))
it = iter('x')
for _ in range(100):
    it = chain(islice(it, 5))
print(list(it))
