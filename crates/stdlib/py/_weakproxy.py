"""Proxies: objects that pass everything on to another one, which they do not keep alive."""

import operator as _operator

from _weakref import ref as _ref

# The classes are shown as those of CPython's module.
__name__ = 'weakref'


def _object(proxy):
    """The object behind a proxy, or what is not a proxy itself."""
    if type(proxy) not in (ProxyType, CallableProxyType):
        return proxy
    found = object.__getattribute__(proxy, '_reference')()
    if found is None:
        raise ReferenceError('weakly-referenced object no longer exists')
    return found


class ProxyType:
    """What passes everything on to an object as long as that lives."""

    __slots__ = ('_reference', '__weakref__')

    def __new__(cls, *args, **kwargs):
        raise TypeError(f"cannot create 'weakref.{cls.__qualname__}' instances")

    def __init_subclass__(cls, /, **kwargs):
        if cls.__name__ != 'CallableProxyType':
            raise TypeError("type 'weakref.ProxyType' is not an acceptable base type")

    def __getattribute__(self, name):
        return getattr(_object(self), name)

    def __setattr__(self, name, value):
        setattr(_object(self), name, value)

    def __delattr__(self, name):
        delattr(_object(self), name)

    def __repr__(self):
        found = object.__getattribute__(self, '_reference')()
        return f'<weakproxy at {id(self):#x} to {type(found).__name__} at {id(found):#x}>'

    def __str__(self):
        return str(_object(self))

    def __bytes__(self):
        return bytes(_object(self))

    def __bool__(self):
        return bool(_object(self))

    __hash__ = None

    def __dir__(self):
        return dir(_object(self))

    def __lt__(self, other):
        return _operator.lt(_object(self), _object(other))

    def __le__(self, other):
        return _operator.le(_object(self), _object(other))

    def __eq__(self, other):
        return _operator.eq(_object(self), _object(other))

    def __ne__(self, other):
        return _operator.ne(_object(self), _object(other))

    def __gt__(self, other):
        return _operator.gt(_object(self), _object(other))

    def __ge__(self, other):
        return _operator.ge(_object(self), _object(other))

    def __add__(self, other):
        return _operator.add(_object(self), _object(other))

    def __radd__(self, other):
        return _operator.add(_object(other), _object(self))

    def __iadd__(self, other):
        return _operator.iadd(_object(self), _object(other))

    def __sub__(self, other):
        return _operator.sub(_object(self), _object(other))

    def __rsub__(self, other):
        return _operator.sub(_object(other), _object(self))

    def __isub__(self, other):
        return _operator.isub(_object(self), _object(other))

    def __mul__(self, other):
        return _operator.mul(_object(self), _object(other))

    def __rmul__(self, other):
        return _operator.mul(_object(other), _object(self))

    def __imul__(self, other):
        return _operator.imul(_object(self), _object(other))

    def __matmul__(self, other):
        return _operator.matmul(_object(self), _object(other))

    def __rmatmul__(self, other):
        return _operator.matmul(_object(other), _object(self))

    def __imatmul__(self, other):
        return _operator.imatmul(_object(self), _object(other))

    def __truediv__(self, other):
        return _operator.truediv(_object(self), _object(other))

    def __rtruediv__(self, other):
        return _operator.truediv(_object(other), _object(self))

    def __itruediv__(self, other):
        return _operator.itruediv(_object(self), _object(other))

    def __floordiv__(self, other):
        return _operator.floordiv(_object(self), _object(other))

    def __rfloordiv__(self, other):
        return _operator.floordiv(_object(other), _object(self))

    def __ifloordiv__(self, other):
        return _operator.ifloordiv(_object(self), _object(other))

    def __mod__(self, other):
        return _operator.mod(_object(self), _object(other))

    def __rmod__(self, other):
        return _operator.mod(_object(other), _object(self))

    def __imod__(self, other):
        return _operator.imod(_object(self), _object(other))

    def __lshift__(self, other):
        return _operator.lshift(_object(self), _object(other))

    def __rlshift__(self, other):
        return _operator.lshift(_object(other), _object(self))

    def __ilshift__(self, other):
        return _operator.ilshift(_object(self), _object(other))

    def __rshift__(self, other):
        return _operator.rshift(_object(self), _object(other))

    def __rrshift__(self, other):
        return _operator.rshift(_object(other), _object(self))

    def __irshift__(self, other):
        return _operator.irshift(_object(self), _object(other))

    def __and__(self, other):
        return _operator.and_(_object(self), _object(other))

    def __rand__(self, other):
        return _operator.and_(_object(other), _object(self))

    def __iand__(self, other):
        return _operator.iand(_object(self), _object(other))

    def __xor__(self, other):
        return _operator.xor(_object(self), _object(other))

    def __rxor__(self, other):
        return _operator.xor(_object(other), _object(self))

    def __ixor__(self, other):
        return _operator.ixor(_object(self), _object(other))

    def __or__(self, other):
        return _operator.or_(_object(self), _object(other))

    def __ror__(self, other):
        return _operator.or_(_object(other), _object(self))

    def __ior__(self, other):
        return _operator.ior(_object(self), _object(other))

    def __divmod__(self, other):
        return divmod(_object(self), _object(other))

    def __rdivmod__(self, other):
        return divmod(_object(other), _object(self))

    def __pow__(self, other, modulus=None):
        return pow(_object(self), _object(other), _object(modulus))

    def __rpow__(self, other):
        return pow(_object(other), _object(self))

    def __ipow__(self, other):
        return _operator.ipow(_object(self), _object(other))

    def __neg__(self):
        return _operator.neg(_object(self))

    def __pos__(self):
        return _operator.pos(_object(self))

    def __abs__(self):
        return abs(_object(self))

    def __invert__(self):
        return _operator.invert(_object(self))

    def __int__(self):
        return int(_object(self))

    def __float__(self):
        return float(_object(self))

    def __index__(self):
        return _operator.index(_object(self))

    def __len__(self):
        return len(_object(self))

    def __iter__(self):
        return iter(_object(self))

    def __reversed__(self):
        return reversed(_object(self))

    def __next__(self):
        found = _object(self)
        if not hasattr(type(found), '__next__'):
            raise TypeError(
                f"Weakref proxy referenced a non-iterator {type(found).__name__!r} object")
        return next(found)

    def __contains__(self, item):
        return item in _object(self)

    def __getitem__(self, key):
        return _object(self)[key]

    def __setitem__(self, key, value):
        _object(self)[key] = value

    def __delitem__(self, key):
        del _object(self)[key]


class CallableProxyType(ProxyType):
    """A proxy of something that can be called."""

    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return _object(self)(*args, **kwargs)


# The proxies without a callback, of which an object has one: by their references.
_shared = {}


def proxy(object, callback=None, /):
    """A proxy of an object; a callback is called with it when the object goes."""
    if callback is None:
        reference = _ref(object)
        found = _shared.get(id(reference), _nothing)()
        if found is not None:
            return found
    cls = CallableProxyType if callable(object) else ProxyType
    new = _make(cls)
    own = _ref(new)
    if callback is None:
        # The proxy keeps its reference, whose place nothing else has as long as it lives.
        key = id(reference)
        _shared[key] = _ref(new, lambda ref: _drop(key, ref))
    else:
        reference = _ref(object, lambda _: callback(own()) if own() is not None else None)
    _set(new, '_reference', reference)
    return new


def _nothing():
    return None


def _drop(key, ref):
    if _shared.get(key) is ref:
        del _shared[key]


_make = object.__new__
_set = object.__setattr__
