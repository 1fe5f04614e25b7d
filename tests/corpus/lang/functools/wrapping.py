"""wraps and update_wrapper: what is assigned, what is merged, what may be missing, and custom lists."""
from functools import WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES, cache, cached_property, partial, update_wrapper, wraps


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


def original(a: int, *, b: str = 'x') -> bool:
    """The original."""
    return a, b


original.note = ['kept']
print(WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES)


@wraps(original)
def wrapper(*args, **kwargs):
    return original(*args, **kwargs)


print([getattr(wrapper, name) for name in WRAPPER_ASSIGNMENTS], vars(wrapper).keys(), wrapper.note is original.note, wrapper.__wrapped__ is original)


@wraps(wrapper, assigned=('__doc__', 'missing'), updated=())
def partly():
    """Replaced."""


print(partly.__name__, partly.__doc__, vars(partly).keys(), partly.__wrapped__ is wrapper)


class Callable:
    """A callable class."""

    def __init__(self, function):
        update_wrapper(self, function)
        self.calls = 0

    def __call__(self, *args, **kwargs):
        self.calls += 1
        return self.__wrapped__(*args, **kwargs)


counted = Callable(original)
print(counted.__name__, counted.__doc__, counted(5), counted.calls, counted.note, type(counted).__doc__)
holder = partial(original, 1)
update_wrapper(holder, original)
print(holder.__name__, holder(b='y'), sorted(vars(holder)))
bare = update_wrapper(lambda: 1, 5)
print(bare.__wrapped__, bare.__name__, bare.__doc__ == int.__doc__)
print(attempt(update_wrapper, lambda: 1, partial(original), updated=('nothing',)), '|', attempt(update_wrapper), '|', attempt(update_wrapper, 5, original), '|', attempt(wraps))
print(attempt(wraps(original), 5), '|', attempt(wraps(original, ('__name__',), ('__doc__',)), lambda: 1), '|', attempt(wraps, original, unknown=1))


def logged(function=None, *, prefix='>'):
    if function is None:
        return partial(logged, prefix=prefix)

    @wraps(function)
    def inner(*args):
        print(prefix, function.__qualname__, args[1:])
        return function(*args)
    return inner


class Shop:
    prices = {'tea': 3}

    @logged
    def price(self, name):
        return self.prices[name]

    @logged(prefix='**')
    def total(self, *names):
        return sum(map(self.price, names))

    @cached_property
    def costly(self):
        print('computed')
        return self.price('tea') * 100


shop = Shop()
print(shop.total('tea', 'tea'), shop.costly, shop.costly, vars(shop), Shop.total.__qualname__, type(Shop.costly).__name__, Shop.costly.attrname)
del shop.costly
print(shop.costly, attempt(shop.price, 'cake'), '|', attempt(cached_property), '|', attempt(cached_property(5).__get__, shop), '|', attempt(lambda: cached_property(len).__get__(shop)))


def two_names():
    class Twice:
        a = cached_property(lambda self: 1)
        b = a


class Slots:
    __slots__ = ()
    value = cached_property(lambda self: 1)


print(attempt(two_names).replace('two_names.<locals>.', ''), '|', attempt(lambda: Slots().value), '|', attempt(cache), '|', attempt(cache, 5), '|', attempt(cache(len), []), cache(len)('ab'))
