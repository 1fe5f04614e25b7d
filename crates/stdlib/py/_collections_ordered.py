"""OrderedDict, for `collections`."""

from _collections_abc import ItemsView, KeysView, ValuesView
from reprlib import recursive_repr

__name__ = 'collections'

_no_value = object()


class _OrderedView:
    """What the views of an OrderedDict add to those of a mapping."""

    __slots__ = ()

    @recursive_repr()
    def __repr__(self):
        return f'{type(self).__name__}({list(self)!r})'


class odict_keys(_OrderedView, KeysView):
    __slots__ = ()
    __module__ = 'builtins'

    def __iter__(self):
        return iter(self._mapping)

    def __reversed__(self):
        return reversed(self._mapping)


class odict_values(_OrderedView, ValuesView):
    __slots__ = ()
    __module__ = 'builtins'

    def __iter__(self):
        return iter(dict.values(self._mapping))

    def __reversed__(self):
        return reversed(dict.values(self._mapping))


class odict_items(_OrderedView, ItemsView):
    __slots__ = ()
    __module__ = 'builtins'

    def __iter__(self):
        return iter(dict.items(self._mapping))

    def __reversed__(self):
        return reversed(dict.items(self._mapping))


def _two(pair):
    values = list(pair)
    if len(values) > 2:
        raise ValueError('too many values to unpack (expected 2)')
    if len(values) < 2:
        plural = '' if values else 's'
        raise ValueError(f'need more than {len(values)} value{plural} to unpack')
    return values


class OrderedDict(dict):
    """A dict whose order can be changed, and counts when two of them are compared."""

    def __init__(self, other=(), /, **kwds):
        """Initialize self.  See help(type(self)) for accurate signature."""
        # Not the update() of a subclass.
        OrderedDict.update(self, other, **kwds)

    def update(self, other=(), /, **kwds):
        """Set the keys of a mapping, of pairs, of keyword arguments."""
        if isinstance(other, dict):
            for key, value in list(other.items()):
                self[key] = value
        elif hasattr(other, 'keys'):
            for key in other.keys():
                self[key] = other[key]
        else:
            for pair in other:
                key, value = _two(pair)
                self[key] = value
        for key, value in kwds.items():
            self[key] = value

    def __iter__(self, /):
        """Implement iter(self)."""
        return dict.__iter__(self)

    def __reversed__(self):
        """Return an iterator over the keys from the last to the first."""
        return dict.__reversed__(self)

    def keys(self):
        return odict_keys(self)

    def values(self):
        return odict_values(self)

    def items(self):
        return odict_items(self)

    def popitem(self, /, last=True):
        """Take the last pair out, or the first one."""
        if not self:
            raise KeyError('dictionary is empty')
        key = next(reversed(self) if last else iter(self))
        return key, dict.pop(self, key)

    def move_to_end(self, /, key, last=True):
        """Move an existing key to the end, or to the beginning."""
        value = dict.pop(self, key)
        if last:
            dict.__setitem__(self, key, value)
            return
        rest = list(dict.items(self))
        dict.clear(self)
        dict.__setitem__(self, key, value)
        dict.update(self, rest)

    def pop(self, key, default=_no_value):
        """Take a key out and return its value, or the default, or raise KeyError."""
        return dict.pop(self, key) if default is _no_value else dict.pop(self, key, default)

    def setdefault(self, /, key, default=None):
        """The value of a key, which is set to the default if it is not there."""
        if key in self:
            return self[key]
        self[key] = default
        return default

    @recursive_repr()
    def __repr__(self):
        """Return repr(self)."""
        if not self:
            return f'{type(self).__name__}()'
        return f'{type(self).__name__}({list(self.items())!r})'

    def copy(self):
        """A shallow copy."""
        return self.__class__(self)

    def __reduce__(self):
        """How pickling and copying make the object again."""
        return self.__class__, (), _state(self, ()), None, iter(self.items())

    @classmethod
    def fromkeys(cls, iterable, value=None):
        """A new one with keys from the iterable, all with the same value."""
        new = cls()
        for key in iterable:
            new[key] = value
        return new

    def __eq__(self, value, /):
        """Return self==value."""
        if not isinstance(value, dict):
            return NotImplemented
        if isinstance(value, OrderedDict):
            return dict.__eq__(self, value) and list(self) == list(value)
        return dict.__eq__(self, value)

    def __ne__(self, value, /):
        """Return self!=value."""
        equal = self.__eq__(value)
        return equal if equal is NotImplemented else not equal

    __hash__ = None

    def __or__(self, value, /):
        """Return self|value."""
        if not isinstance(value, dict):
            return NotImplemented
        new = self.__class__(self)
        new.update(value)
        return new

    def __ror__(self, value, /):
        """Return value|self."""
        if not isinstance(value, dict):
            return NotImplemented
        new = self.__class__(value)
        new.update(self)
        return new

    def __ior__(self, value, /):
        """Return self|=value."""
        self.update(value)
        return self


def _state(obj, own_slots):
    """What instances of a subclass hold beyond the items."""
    from copyreg import _slotnames
    names = [name for name in _slotnames(type(obj)) if name not in own_slots]
    slots = {name: getattr(obj, name) for name in names if hasattr(obj, name)}
    attributes = getattr(obj, '__dict__', None) or None
    return (attributes, slots) if slots else attributes
