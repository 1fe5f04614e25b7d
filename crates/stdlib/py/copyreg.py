"""How objects are taken apart and put together again, for `copy` and for pickling."""

__all__ = ['pickle', 'constructor', 'add_extension', 'remove_extension', 'clear_extension_cache']

dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Declare the function that takes objects of a type apart."""
    if not callable(pickle_function):
        raise TypeError('reduction functions must be callable')
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    """Check that an object can be used as a constructor."""
    if not callable(object):
        raise TypeError('constructors must be callable')


def pickle_complex(c):
    return complex, (c.real, c.imag)


def pickle_union(obj):
    import functools
    import operator
    return functools.reduce, (operator.or_, obj.__args__)


pickle(complex, pickle_complex)
pickle(type(int | str), pickle_union)


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    """Make an object of a class whose built-in base holds the state."""
    if base is object:
        return object.__new__(cls)
    obj = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(obj, state)
    return obj


def _slotnames(cls):
    """The names under which instances keep values in slots."""
    names = cls.__dict__.get('__slotnames__')
    if names is not None:
        return names
    names = []
    for each in cls.__mro__:
        slots = each.__dict__.get('__slots__', ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name in ('__dict__', '__weakref__'):
                continue
            if name.startswith('__') and not name.endswith('__'):
                bare = each.__name__.lstrip('_')
                names.append(f'_{bare}{name}' if bare else name)
            else:
                names.append(name)
    try:
        cls.__slotnames__ = names
    except Exception:
        # Built-in classes take no attributes.
        pass
    return names


def _reduce_ex(self, proto):
    """What object.__reduce_ex__() says for protocols 0 and 1."""
    assert proto < 2
    cls = self.__class__
    base = object
    for base in cls.__mro__:
        if not base.__flags__ & _HEAPTYPE:
            break
        new = base.__new__
        if isinstance(new, _new_type) and new.__self__ is base:
            break
    if base is object:
        state = None
    else:
        if base is cls:
            raise TypeError(f'cannot pickle {cls.__name__!r} object')
        state = base(self)
    args = (cls, base, state)
    try:
        getstate = self.__getstate__
    except AttributeError:
        if getattr(self, '__slots__', None):
            raise TypeError(
                f'cannot pickle {cls.__name__!r} object: '
                f'a class that defines __slots__ without '
                f'defining __getstate__ cannot be pickled '
                f'with protocol {proto}'
            ) from None
        dict = getattr(self, '__dict__', None)
    else:
        if type(self).__getstate__ is object.__getstate__ and getattr(self, '__slots__', None):
            raise TypeError(
                'a class that defines __slots__ without '
                'defining __getstate__ cannot be pickled'
            )
        dict = getstate()
    if dict:
        return _reconstructor, args, dict
    return _reconstructor, args


_HEAPTYPE = 1 << 9
_new_type = type(int.__new__)


# The extension registry, which gives short codes to (module, name).
_extension_registry = {}
_inverted_registry = {}
_extension_cache = {}


def add_extension(module, name, code):
    """Register a code for a name of a module."""
    code = int(code)
    if not 1 <= code <= 0x7fffffff:
        raise ValueError('code out of range')
    key = module, name
    if _extension_registry.get(key) == code and _inverted_registry.get(code) == key:
        return
    if key in _extension_registry:
        raise ValueError(
            f'key {key} is already registered with code {_extension_registry[key]}'
        )
    if code in _inverted_registry:
        raise ValueError(
            f'code {code} is already in use for key {_inverted_registry[code]}'
        )
    _extension_registry[key] = code
    _inverted_registry[code] = key


def remove_extension(module, name, code):
    """Take a registration back."""
    key = module, name
    if _extension_registry.get(key) != code or _inverted_registry.get(code) != key:
        raise ValueError(f'key {key} is not registered with code {code}')
    del _extension_registry[key]
    del _inverted_registry[code]
    _extension_cache.pop(code, None)


def clear_extension_cache():
    """Forget which objects the codes have stood for."""
    _extension_cache.clear()
