# What heapq refuses, and how.
from heapq import *


def attempt(f, *args, **kwargs):
    try:
        print('ok', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


attempt(heappop, [])
attempt(heapreplace, [], 1)
attempt(heappushpop, [], 1)
attempt(heappush, [1], 'a')
attempt(heappop, ['a', 1, 2])
attempt(heapify, [1, 'a'])
attempt(heapify, [3, 2, 1, None])
attempt(nlargest, 2, [1, 'a', 3])
attempt(nsmallest, 2, [1, 'a', 3])
attempt(nsmallest, 2, 5)
attempt(nlargest, 'x', [1, 2])
attempt(lambda: list(merge([1], ['a'])))
attempt(lambda: list(merge([1], 5)))
attempt(lambda: list(merge([1, 2], [3], key=len)))
for f in (heapify, heappop):
    try:
        f((1, 2))
    except TypeError as e:
        print('TypeError')
