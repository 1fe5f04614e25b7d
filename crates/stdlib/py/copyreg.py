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


def _state(obj):
    """What object.__getstate__() says: the attributes, and the values in slots."""
    attributes = getattr(obj, '__dict__', None) or None
    slots = {}
    for name in _slotnames(type(obj)):
        try:
            slots[name] = getattr(obj, name)
        except AttributeError:
            pass
    return (attributes, slots) if slots else attributes


def _reduce_ex(obj, proto):
    """What object.__reduce_ex__() says."""
    cls = type(obj)
    if isinstance(obj, _COLLECTED):
        return cls, (list(obj),), getattr(obj, '__dict__', None) or None
    if isinstance(obj, BaseException):
        attributes = obj.__dict__
        return (cls, obj.args, attributes) if attributes else (cls, obj.args)
    if hasattr(cls, '__getnewargs_ex__'):
        args, kwargs = obj.__getnewargs_ex__()
        make = (__newobj_ex__, (cls, args, kwargs)) if kwargs else (__newobj__, (cls, *args))
    elif hasattr(cls, '__getnewargs__'):
        args = obj.__getnewargs__()
        if not isinstance(args, tuple):
            raise TypeError(f"__getnewargs__ should return a tuple, not '{type(args).__name__}'")
        make = __newobj__, (cls, *args)
    else:
        make = __newobj__, (cls, *_value(obj, cls))
    getstate = getattr(obj, '__getstate__', None)
    state = _state(obj) if getstate is None else getstate()
    items = iter(obj) if isinstance(obj, list) else None
    pairs = iter(obj.items()) if isinstance(obj, dict) else None
    return *make, state, items, pairs


# Types whose values are made once and for all by __new__.
_VALUES = int, float, complex, str, bytes, tuple
# Types whose items go through their constructor.
_COLLECTED = set, frozenset, bytearray
# Types that have neither a value for __new__ nor attributes.
_OPAQUE = (
    type(len), type(x for x in ()), type(iter([])), type(iter(())), type(iter({})), type({}.keys()),
    type({}.values()), type({}.items()), type(zip()), type(map(len, ())), type(enumerate(())),
)


def _value(obj, cls):
    for base in _VALUES:
        if isinstance(obj, base):
            return (base(obj),)
    if isinstance(obj, _OPAQUE):
        raise TypeError(f"cannot pickle '{cls.__name__}' object")
    return ()


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
