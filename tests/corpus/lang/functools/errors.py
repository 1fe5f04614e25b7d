# What functools refuses, and how.
import functools


def attempt(f, *args, **kwargs):
    try:
        print('ok', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


attempt(functools.reduce, lambda a, b: a, [])
attempt(functools.reduce, lambda a, b: a, 5)
attempt(functools.reduce, lambda a, b: a + b, [], 7)
attempt(functools.reduce, lambda a, b: a + b, 'abc')
attempt(functools.partial, 5)
attempt(functools.partial(max, 3), 1, 2)
attempt(functools.partial(int, 'x'))
attempt(functools.lru_cache, 'x')
attempt(functools.total_ordering, type('Empty', (), {}))
attempt(functools.partialmethod, 5)


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())
fib.cache_clear()
print(fib.cache_info())
print(fib.__wrapped__(1))
attempt(fib, [])


@functools.lru_cache(typed=True)
def typed(x, y=0):
    return type(x).__name__


print(typed(1), typed(1.0), typed(x=1), typed(1, y=2), typed.cache_info().misses)


@functools.lru_cache(0)
def never(x):
    return x


print(never(1), never(1), never.cache_info())


@functools.cache
def forever(x):
    print('computed', x)
    return x


forever(1), forever(1), forever(2)
print(forever.cache_parameters())

a = functools.partial(print, 'a', end='!\n')
b = functools.partial(a, 'b', sep='-')
b('c')
print(b.args, b.keywords, b.func is print)


class Sub(functools.partial):
    pass


print(Sub(int, base=3)('12'), repr(Sub(len)))


@functools.total_ordering
class Only:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __ge__(self, other):
        if not isinstance(other, Only):
            return NotImplemented
        return self.n >= other.n


print([f(Only(1), Only(2)) for f in (Only.__lt__, Only.__le__, Only.__gt__, Only.__ge__)])
attempt(lambda: Only(1) < 5)


@functools.singledispatch
def show(x, extra=None):
    return 'object'


@show.register(int)
@show.register(float)
def _(x, extra=None):
    return 'number'


@show.register
def _(x: str, extra=None):
    return 'text'


class Text(str):
    pass


print(show(1), show(2.5), show(True), show('a'), show(Text('b')), show([]), show(None, extra=3))
print(show.dispatch(Text) is show.dispatch(str), len(show.registry))
attempt(show)
attempt(show.register, 5)
attempt(show.register, 5, print)


class Holder:
    @functools.cached_property
    def value(self):
        """The value."""
        return [1]


h = Holder()
print(h.value is h.value, Holder.value.__doc__, Holder.value.attrname)
del h.value
print(h.value)


def wrapper(*args):
    """wrapper's own"""


def wrapped(a: int) -> str:
    """wrapped's"""


wrapped.mark = 1
functools.update_wrapper(wrapper, wrapped)
print(wrapper.__name__, wrapper.__doc__, wrapper.__annotations__, wrapper.mark, wrapper.__wrapped__ is wrapped)


@functools.wraps(wrapped, assigned=('__doc__',), updated=())
def other():
    pass


print(other.__name__, other.__doc__, hasattr(other, 'mark'))
