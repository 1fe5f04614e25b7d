# lru_cache and cache: what is kept, and for how long.
from functools import cache, lru_cache
import copy


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print("ok", result if "object at" not in repr(result) else type(result).__name__)
    except Exception as e:
        print(type(e).__name__, e)


calls = []


@lru_cache(maxsize=2)
def f(*args, **kwargs):
    calls.append((args, kwargs))
    return len(calls)


print(f(1), f(2), f(1), f(3), f(1), f(2), f.cache_info(), len(calls))
f.cache_clear()
print(f.cache_info(), f(1), f(1.0), f(True), f(x=1), f(x=1), f(1, x=1), f(y=2, x=1), f(x=1, y=2))
print(f.cache_info(), f.cache_parameters(), f.__wrapped__(0), f.__name__)


@lru_cache(typed=True)
def g(x, y=0):
    return type(x).__name__


print(g(1), g(1.0), g(True), g(1), g(x=1), g(x=1.0), g.cache_info(), g.cache_parameters())


@lru_cache(maxsize=0)
def h(x):
    return x


print(h(1), h(1), h.cache_info())


@lru_cache(None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(60), fib.cache_info())


@cache
def square(x):
    'Squares.'
    return x * x


print(square(3), square(3), square.cache_info(), square.__doc__, square.cache_parameters(), type(square).__name__)
attempt(f, [])
attempt(square, {})
attempt(square)
attempt(square, 1, 2)
attempt(lru_cache, 'x')
attempt(lru_cache, 1.5)
attempt(square.cache_info, 1)


@lru_cache(3)
def deep(n):
    return 0 if n == 0 else deep(n - 1) + 1


print(deep(10), deep.cache_info(), deep(10), deep(8), deep.cache_info(), deep(7), deep.cache_info())


@lru_cache
def fails(x):
    calls.append(x)
    raise ValueError(x)


before = len(calls)
attempt(fails, 1)
attempt(fails, 1)
print(len(calls) - before, fails.cache_info())


class C:
    def __init__(self, n):
        self.n = n

    @lru_cache
    def double(self, x):
        calls.append(x)
        return self.n * x

    @staticmethod
    @lru_cache
    def fixed(x):
        return x

    @classmethod
    @lru_cache
    def named(cls, x):
        return cls.__name__ + x


a, b = C(2), C(3)
print(a.double(5), a.double(5), b.double(5), C.double.cache_info(), C.double(a, 5), C.fixed(1), a.named('x'))
print(copy.copy(square) is square, copy.deepcopy(square) is square, square.__reduce__(), callable(square))
square.extra = 1
print(square.extra, square.__module__, square.__wrapped__.__name__)


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 1

    def __eq__(self, other):
        return self.n == other.n


@lru_cache(2)
def by_key(k):
    return k.n


print([by_key(Key(n)) for n in (1, 2, 1, 3, 2, 1)], by_key.cache_info())
for n in range(300):
    f(n)
print(f.cache_info().currsize, f(299), f(298), f.cache_info().hits)


@lru_cache(2)
def again(n):
    if n == 1:
        again.cache_clear()
        return again(2)
    return n


print(again(1), again(1), again(2), again.cache_info())
