"""Tools for functions, and for objects that can be called."""

from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce

__all__ = [
    'update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering', 'cache',
    'cmp_to_key', 'lru_cache', 'reduce', 'partial', 'partialmethod', 'singledispatch',
    'singledispatchmethod', 'cached_property',
]

from sys import modules
from types import GenericAlias

try:
    from _thread import RLock
except ImportError:
    class RLock:
        """A lock for a program of one thread."""

        def __enter__(self):
            return True

        def __exit__(self, *details):
            pass

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
WRAPPER_UPDATES = ('__dict__',)
_missing = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Make a wrapper function look like the function it wraps."""
    for name in assigned:
        value = getattr(wrapped, name, _missing)
        if value is not _missing:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator that applies update_wrapper() to the function it decorates."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


class partialmethod:
    """Method descriptor with partial application of the given arguments and keywords."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        parts = [repr(self.func), *map(repr, self.args)]
        parts += [f'{key}={value!r}' for key, value in self.keywords.items()]
        cls = type(self)
        return f'{cls.__module__}.{cls.__qualname__}({", ".join(parts)})'

    def _method(self):
        def method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        method.__isabstractmethod__ = self.__isabstractmethod__
        method._partialmethod = self
        return method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        result = None
        if get is not None:
            bound = get(obj, cls)
            if bound is not self.func:
                # A static or class method, or another descriptor.
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
        if result is None:
            result = self._method().__get__(obj, cls)
        return result

    __class_getitem__ = classmethod(GenericAlias)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)


def _derive(root, name):
    """The comparison `name` from the one that a class has."""
    base = {'__lt__': 'lt', '__le__': 'le', '__gt__': 'gt', '__ge__': 'ge'}[root]
    # What `x root y` says of the others: negated or not, and what equality adds.
    rules = {
        ('lt', '__gt__'): (True, 'and not equal'), ('lt', '__le__'): (False, 'or equal'),
        ('lt', '__ge__'): (True, ''),
        ('le', '__ge__'): (True, 'or equal'), ('le', '__lt__'): (False, 'and not equal'),
        ('le', '__gt__'): (True, ''),
        ('gt', '__lt__'): (True, 'and not equal'), ('gt', '__ge__'): (False, 'or equal'),
        ('gt', '__le__'): (True, ''),
        ('ge', '__le__'): (True, 'or equal'), ('ge', '__gt__'): (False, 'and not equal'),
        ('ge', '__lt__'): (True, ''),
    }
    negated, extra = rules[base, name]

    def compare(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        if negated:
            result = not result
        if extra == 'or equal':
            return result or self == other
        if extra == 'and not equal':
            return result and self != other
        return result

    compare.__name__ = name
    compare.__qualname__ = name
    compare.__doc__ = getattr(int, name).__doc__
    return compare


def total_ordering(cls):
    """Class decorator that fills in missing ordering methods."""
    names = ('__lt__', '__le__', '__gt__', '__ge__')
    roots = [name for name in names if getattr(cls, name, None) is not getattr(object, name, None)]
    if not roots:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    # In CPython's order of preference.
    root = max(roots)
    for name in names:
        if name not in roots:
            setattr(cls, name, _derive(root, name))
    return cls


class _CacheInfo(tuple):
    """hits, misses, maxsize, currsize"""

    _fields = ('hits', 'misses', 'maxsize', 'currsize')

    def __new__(cls, hits, misses, maxsize, currsize):
        return super().__new__(cls, (hits, misses, maxsize, currsize))

    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return 'CacheInfo(hits=%r, misses=%r, maxsize=%r, currsize=%r)' % tuple(self)


_CacheInfo.__name__ = _CacheInfo.__qualname__ = 'CacheInfo'


def lru_cache(maxsize=128, typed=False):
    """Least-recently-used cache decorator."""
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        function, maxsize = maxsize, 128
        wrapper = _lru_cache_wrapper(function, maxsize, typed, _CacheInfo)
        wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
        return update_wrapper(wrapper, function)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorate(function):
        wrapper = _lru_cache_wrapper(function, maxsize, typed, _CacheInfo)
        wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
        return update_wrapper(wrapper, function)
    return decorate


def cache(user_function, /):
    """Simple lightweight unbounded cache."""
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    """A property that is computed once and then an attribute of the instance."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.lock = RLock()

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                'Cannot assign the same cached_property to two different names '
                f'({self.attrname!r} and {name!r}).'
            )

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            values = instance.__dict__
        except AttributeError:
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} "
                f'instance to cache {self.attrname!r} property.'
            ) from None
        value = values.get(self.attrname, _missing)
        if value is _missing:
            with self.lock:
                # Another task may have been here meanwhile.
                value = values.get(self.attrname, _missing)
                if value is _missing:
                    value = self.func(instance)
                    try:
                        values[self.attrname] = value
                    except TypeError:
                        raise TypeError(
                            f"The '__dict__' attribute on {type(instance).__name__!r} instance "
                            'does not support item assignment for caching '
                            f'{self.attrname!r} property.'
                        ) from None
        return value

    __class_getitem__ = classmethod(GenericAlias)


def _c3_merge(sequences):
    """One order that keeps each of several orders."""
    result = []
    while True:
        sequences = [each for each in sequences if each]
        if not sequences:
            return result
        for each in sequences:
            first = each[0]
            if not any(first in other[1:] for other in sequences):
                break
        else:
            raise RuntimeError('Inconsistent hierarchy')
        result.append(first)
        for each in sequences:
            if each[0] is first:
                del each[0]


def _c3_mro(cls, abcs=None):
    """The MRO of a class as it would be with those abstract classes as bases that it counts as.

    They stand behind the bases that are derived from abstract classes and before the others.
    """
    bases = cls.__bases__
    boundary = 0
    for at, base in enumerate(bases, 1):
        if hasattr(base, '__abstractmethods__'):
            boundary = at
    explicit, other = list(bases[:boundary]), list(bases[boundary:])
    given = list(abcs or ())
    own = [
        each for each in given
        if issubclass(cls, each) and not any(issubclass(base, each) for base in bases)
    ]
    rest = [each for each in given if each not in own]
    orders = [_c3_mro(base, abcs=rest) for base in [*explicit, *own, *other]]
    return _c3_merge([[cls], *orders, explicit, own, other])


def _compose_mro(cls, types):
    """The MRO of a class with those of the types that it counts as."""
    mro = set(cls.__mro__)

    def counts(each):
        return (
            each not in mro and hasattr(each, '__mro__') and not isinstance(each, GenericAlias)
            and issubclass(cls, each)
        )

    types = [each for each in types if counts(each)]
    types = [
        each for each in types
        if not any(each is not other and each in other.__mro__ for other in types)
    ]
    known = set(types)
    chosen = []
    for each in types:
        found = [
            [base for base in derived.__mro__ if base in known]
            for derived in each.__subclasses__()
            if derived not in mro and issubclass(cls, derived)
        ]
        # Those that stand for most of the types come first.
        found.sort(key=len, reverse=True)
        for base in (base for bases in found for base in bases) if found else (each,):
            if base not in chosen:
                chosen.append(base)
    return _c3_mro(cls, abcs=chosen)


def _find_impl(cls, registry):
    """The implementation for the class that stands nearest in the composed MRO."""
    match = None
    for each in _compose_mro(cls, registry.keys()):
        if match is not None:
            if (
                each in registry and each not in cls.__mro__ and match not in cls.__mro__
                and not issubclass(match, each)
            ):
                raise RuntimeError(f'Ambiguous dispatch: {match} or {each}')
            break
        if each in registry:
            match = each
    return registry.get(match)


def _union_of(cls):
    """The members of a union type, or None."""
    from types import UnionType
    if isinstance(cls, UnionType):
        return cls.__args__
    # Without typing there is no Union of it.
    typing = modules.get('typing')
    if typing is not None and typing.get_origin(cls) is typing.Union:
        return typing.get_args(cls)
    return None


def singledispatch(func):
    """Transform a function into a single-dispatch generic function."""
    import weakref
    registry = {}
    cache = weakref.WeakKeyDictionary()
    token = None

    def dispatch(cls):
        """Find the best available implementation for a class."""
        nonlocal token
        if token is not None:
            from abc import get_cache_token
            current = get_cache_token()
            if token != current:
                cache.clear()
                token = current
        try:
            implementation = cache[cls]
        except KeyError:
            try:
                implementation = registry[cls]
            except KeyError:
                implementation = _find_impl(cls, registry)
            cache[cls] = implementation
        return implementation

    def is_valid(cls):
        if isinstance(cls, type):
            return True
        members = _union_of(cls)
        return members is not None and all(isinstance(each, type) for each in members)

    def register(cls, func=None):
        """Register a new implementation for a class."""
        nonlocal token
        if is_valid(cls):
            if func is None:
                return lambda func: register(cls, func)
        else:
            if func is not None:
                raise TypeError(
                    f'Invalid first argument to `register()`. {cls!r} is not a class or union type.')
            if not getattr(cls, '__annotations__', {}):
                raise TypeError(
                    f'Invalid first argument to `register()`: {cls!r}. '
                    'Use either `@register(some_class)` or plain `@register` '
                    'on an annotated function.'
                )
            func = cls
            from typing import get_type_hints
            name, cls = next(iter(get_type_hints(func).items()))
            if not is_valid(cls):
                if _union_of(cls) is not None:
                    raise TypeError(
                        f'Invalid annotation for {name!r}. {cls!r} not all arguments are classes.')
                raise TypeError(f'Invalid annotation for {name!r}. {cls!r} is not a class.')
        for each in _union_of(cls) or (cls,):
            registry[each] = func
        if token is None and hasattr(cls, '__abstractmethods__'):
            from abc import get_cache_token
            token = get_cache_token()
        cache.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{name} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    from types import MappingProxyType
    name = getattr(func, '__name__', 'singledispatch function')
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = cache.clear
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """Single-dispatch generic method descriptor."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        """Register a new implementation for a class."""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def method(*args, **kwargs):
            return self.dispatcher.dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        method.__isabstractmethod__ = self.__isabstractmethod__
        method.register = self.register
        return update_wrapper(method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)
