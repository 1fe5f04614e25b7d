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

    def __getattribute__(self, name, /):
        """Return getattr(self, name)."""
        return getattr(_object(self), name)

    def __setattr__(self, name, value, /):
        """Implement setattr(self, name, value)."""
        setattr(_object(self), name, value)

    def __delattr__(self, name, /):
        """Implement delattr(self, name)."""
        delattr(_object(self), name)

    def __repr__(self, /):
        """Return repr(self)."""
        found = object.__getattribute__(self, '_reference')()
        return f'<weakproxy at {id(self):#x} to {type(found).__name__} at {id(found):#x}>'

    def __str__(self, /):
        """Return str(self)."""
        return str(_object(self))

    def __bytes__(self):
        return bytes(_object(self))

    def __bool__(self, /):
        """True if self else False"""
        return bool(_object(self))

    __hash__ = None

    def __dir__(self):
        return dir(_object(self))

    def __lt__(self, value, /):
        """Return self<value."""
        return _operator.lt(_object(self), _object(value))

    def __le__(self, value, /):
        """Return self<=value."""
        return _operator.le(_object(self), _object(value))

    def __eq__(self, value, /):
        """Return self==value."""
        return _operator.eq(_object(self), _object(value))

    def __ne__(self, value, /):
        """Return self!=value."""
        return _operator.ne(_object(self), _object(value))

    def __gt__(self, value, /):
        """Return self>value."""
        return _operator.gt(_object(self), _object(value))

    def __ge__(self, value, /):
        """Return self>=value."""
        return _operator.ge(_object(self), _object(value))

    def __add__(self, value, /):
        """Return self+value."""
        return _operator.add(_object(self), _object(value))

    def __radd__(self, value, /):
        """Return value+self."""
        return _operator.add(_object(value), _object(self))

    def __iadd__(self, value, /):
        """Return self+=value."""
        return _operator.iadd(_object(self), _object(value))

    def __sub__(self, value, /):
        """Return self-value."""
        return _operator.sub(_object(self), _object(value))

    def __rsub__(self, value, /):
        """Return value-self."""
        return _operator.sub(_object(value), _object(self))

    def __isub__(self, value, /):
        """Return self-=value."""
        return _operator.isub(_object(self), _object(value))

    def __mul__(self, value, /):
        """Return self*value."""
        return _operator.mul(_object(self), _object(value))

    def __rmul__(self, value, /):
        """Return value*self."""
        return _operator.mul(_object(value), _object(self))

    def __imul__(self, value, /):
        """Implement self*=value."""
        return _operator.imul(_object(self), _object(value))

    def __matmul__(self, value, /):
        """Return self@value."""
        return _operator.matmul(_object(self), _object(value))

    def __rmatmul__(self, value, /):
        """Return value@self."""
        return _operator.matmul(_object(value), _object(self))

    def __imatmul__(self, value, /):
        """Return self@=value."""
        return _operator.imatmul(_object(self), _object(value))

    def __truediv__(self, value, /):
        """Return self/value."""
        return _operator.truediv(_object(self), _object(value))

    def __rtruediv__(self, value, /):
        """Return value/self."""
        return _operator.truediv(_object(value), _object(self))

    def __itruediv__(self, value, /):
        """Return self/=value."""
        return _operator.itruediv(_object(self), _object(value))

    def __floordiv__(self, value, /):
        """Return self//value."""
        return _operator.floordiv(_object(self), _object(value))

    def __rfloordiv__(self, value, /):
        """Return value//self."""
        return _operator.floordiv(_object(value), _object(self))

    def __ifloordiv__(self, value, /):
        """Return self//=value."""
        return _operator.ifloordiv(_object(self), _object(value))

    def __mod__(self, value, /):
        """Return self%value."""
        return _operator.mod(_object(self), _object(value))

    def __rmod__(self, value, /):
        """Return value%self."""
        return _operator.mod(_object(value), _object(self))

    def __imod__(self, value, /):
        """Return self%=value."""
        return _operator.imod(_object(self), _object(value))

    def __lshift__(self, value, /):
        """Return self<<value."""
        return _operator.lshift(_object(self), _object(value))

    def __rlshift__(self, value, /):
        """Return value<<self."""
        return _operator.lshift(_object(value), _object(self))

    def __ilshift__(self, value, /):
        """Return self<<=value."""
        return _operator.ilshift(_object(self), _object(value))

    def __rshift__(self, value, /):
        """Return self>>value."""
        return _operator.rshift(_object(self), _object(value))

    def __rrshift__(self, value, /):
        """Return value>>self."""
        return _operator.rshift(_object(value), _object(self))

    def __irshift__(self, value, /):
        """Return self>>=value."""
        return _operator.irshift(_object(self), _object(value))

    def __and__(self, value, /):
        """Return self&value."""
        return _operator.and_(_object(self), _object(value))

    def __rand__(self, value, /):
        """Return value&self."""
        return _operator.and_(_object(value), _object(self))

    def __iand__(self, value, /):
        """Return self&=value."""
        return _operator.iand(_object(self), _object(value))

    def __xor__(self, value, /):
        """Return self^value."""
        return _operator.xor(_object(self), _object(value))

    def __rxor__(self, value, /):
        """Return value^self."""
        return _operator.xor(_object(value), _object(self))

    def __ixor__(self, value, /):
        """Return self^=value."""
        return _operator.ixor(_object(self), _object(value))

    def __or__(self, value, /):
        """Return self|value."""
        return _operator.or_(_object(self), _object(value))

    def __ror__(self, value, /):
        """Return value|self."""
        return _operator.or_(_object(value), _object(self))

    def __ior__(self, value, /):
        """Return self|=value."""
        return _operator.ior(_object(self), _object(value))

    def __divmod__(self, value, /):
        """Return divmod(self, value)."""
        return divmod(_object(self), _object(value))

    def __rdivmod__(self, value, /):
        """Return divmod(value, self)."""
        return divmod(_object(value), _object(self))

    def __pow__(self, other, modulus=None):
        """Return pow(self, value, mod)."""
        return pow(_object(self), _object(other), _object(modulus))

    def __rpow__(self, other):
        """Return pow(value, self, mod)."""
        return pow(_object(other), _object(self))

    def __ipow__(self, value, /):
        """Return self**=value."""
        return _operator.ipow(_object(self), _object(value))

    def __neg__(self, /):
        """-self"""
        return _operator.neg(_object(self))

    def __pos__(self, /):
        """+self"""
        return _operator.pos(_object(self))

    def __abs__(self, /):
        """abs(self)"""
        return abs(_object(self))

    def __invert__(self, /):
        """~self"""
        return _operator.invert(_object(self))

    def __int__(self, /):
        """int(self)"""
        return int(_object(self))

    def __float__(self, /):
        """float(self)"""
        return float(_object(self))

    def __index__(self, /):
        """The number as an integer that can be an index."""
        return _operator.index(_object(self))

    def __len__(self, /):
        """Return len(self)."""
        return len(_object(self))

    def __iter__(self, /):
        """Implement iter(self)."""
        return iter(_object(self))

    def __reversed__(self):
        return reversed(_object(self))

    def __next__(self, /):
        """Implement next(self)."""
        found = _object(self)
        if not hasattr(type(found), '__next__'):
            raise TypeError(
                f"Weakref proxy referenced a non-iterator {type(found).__name__!r} object")
        return next(found)

    def __contains__(self, key, /):
        """Return key in self."""
        return key in _object(self)

    def __getitem__(self, key, /):
        """Return self[key]."""
        return _object(self)[key]

    def __setitem__(self, key, value, /):
        """Set self[key] to value."""
        _object(self)[key] = value

    def __delitem__(self, key, /):
        """Delete self[key]."""
        del _object(self)[key]


class CallableProxyType(ProxyType):
    """A proxy of something that can be called."""

    __slots__ = ()

    def __call__(self, /, *args, **kwargs):
        """Call self as a function."""
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
