"""defaultdict, OrderedDict, deque and the fields of named tuples, for `collections`."""

from _collections_abc import ItemsView, KeysView, MutableSequence, ValuesView
from reprlib import recursive_repr

__name__ = 'collections'

_no_value = object()


class defaultdict(dict):
    """A dict that calls a factory for the value of a missing key."""

    __slots__ = ('default_factory',)

    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError('first argument must be callable or None')
        self.default_factory = default_factory
        super().__init__(*args, **kwargs)

    def __missing__(self, key):
        factory = self.default_factory
        if factory is None:
            raise KeyError(key)
        self[key] = value = factory()
        return value

    @recursive_repr()
    def _factory_repr(self):
        return repr(self.default_factory)

    def __repr__(self):
        return f'{type(self).__name__}({self._factory_repr()}, {dict.__repr__(self)})'

    def copy(self):
        """A shallow copy."""
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __reduce__(self):
        args = () if self.default_factory is None else (self.default_factory,)
        return type(self), args, None, None, iter(self.items())

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(self.default_factory, other)
        new.update(self)
        return new


class _tuplegetter:
    """The attribute for one field of a named tuple."""

    __module__ = '_collections'

    def __init__(self, index, doc):
        self._index = index
        self.__doc__ = doc

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        if not isinstance(obj, tuple):
            raise TypeError(
                f"descriptor for index '{self._index}' for tuple subclasses "
                f"doesn't apply to '{type(obj).__name__}' object"
            )
        return obj[self._index]

    def __set__(self, obj, value):
        raise AttributeError("can't set attribute")

    def __delete__(self, obj):
        raise AttributeError("can't delete attribute")

    def __reduce__(self):
        return type(self), (self._index, self.__doc__)

    def __repr__(self):
        return f'{type(self).__name__}({self._index}, {self.__doc__!r})'


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

    def __iter__(self):
        return dict.__iter__(self)

    def __reversed__(self):
        return dict.__reversed__(self)

    def keys(self):
        return odict_keys(self)

    def values(self):
        return odict_values(self)

    def items(self):
        return odict_items(self)

    def popitem(self, last=True):
        """Take the last pair out, or the first one."""
        if not self:
            raise KeyError('dictionary is empty')
        key = next(reversed(self) if last else iter(self))
        return key, dict.pop(self, key)

    def move_to_end(self, key, last=True):
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

    def setdefault(self, key, default=None):
        """The value of a key, which is set to the default if it is not there."""
        if key in self:
            return self[key]
        self[key] = default
        return default

    @recursive_repr()
    def __repr__(self):
        if not self:
            return f'{type(self).__name__}()'
        return f'{type(self).__name__}({list(self.items())!r})'

    def copy(self):
        """A shallow copy."""
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (), _state(self, ()), None, iter(self.items())

    @classmethod
    def fromkeys(cls, iterable, value=None):
        """A new one with keys from the iterable, all with the same value."""
        new = cls()
        for key in iterable:
            new[key] = value
        return new

    def __eq__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = None

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.__class__(self)
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.__class__(other)
        new.update(self)
        return new

    def __ior__(self, other):
        self.update(other)
        return self


def _state(obj, own_slots):
    """What instances of a subclass hold beyond the items."""
    from copyreg import _slotnames
    names = [name for name in _slotnames(type(obj)) if name not in own_slots]
    slots = {name: getattr(obj, name) for name in names if hasattr(obj, name)}
    attributes = getattr(obj, '__dict__', None) or None
    return (attributes, slots) if slots else attributes


def _index(value):
    try:
        return value.__index__()
    except AttributeError:
        kind = type(value).__name__
        raise TypeError(f"'{kind}' object cannot be interpreted as an integer") from None


class deque:
    """A list with fast ends: append, appendleft, pop, popleft, and an optional maximum length."""

    # The items are those of `_left`, backwards, and then those of `_right`; `_state` counts
    # the changes that iterators have to notice.
    __slots__ = ('_left', '_right', '_maxlen', '_state', '__weakref__')

    def __new__(cls, *args, **kwargs):
        self = super().__new__(cls)
        self._left, self._right = [], []
        self._maxlen = None
        self._state = 0
        return self

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            try:
                maxlen = _index(maxlen)
            except TypeError:
                raise TypeError('an integer is required') from None
            if maxlen < 0:
                raise ValueError('maxlen must be non-negative')
        self._maxlen = maxlen
        self.clear()
        self.extend(iterable)

    @property
    def maxlen(self):
        """Maximum length, or None."""
        return self._maxlen

    def append(self, x, /):
        """Add an element to the right side."""
        self._right.append(x)
        self._state += 1
        if self._maxlen is not None and len(self) > self._maxlen:
            self.popleft()

    def appendleft(self, x, /):
        """Add an element to the left side."""
        self._left.append(x)
        self._state += 1
        if self._maxlen is not None and len(self) > self._maxlen:
            self.pop()

    def pop(self):
        """Remove and return the rightmost element."""
        right = self._right
        if not right:
            left = self._left
            if not left:
                raise IndexError('pop from an empty deque')
            # The half that is nearer to the right goes over.
            half = (len(left) + 1) // 2
            right.extend(left[half - 1::-1])
            del left[:half]
        self._state += 1
        return right.pop()

    def popleft(self):
        """Remove and return the leftmost element."""
        left = self._left
        if not left:
            right = self._right
            if not right:
                raise IndexError('pop from an empty deque')
            half = (len(right) + 1) // 2
            left.extend(right[half - 1::-1])
            del right[:half]
        self._state += 1
        return left.pop()

    def extend(self, iterable, /):
        """Add the elements of an iterable to the right side."""
        if iterable is self:
            iterable = list(self)
        if self._maxlen is None and type(iterable) in (list, tuple):
            self._right.extend(iterable)
            self._state += 1
            return
        for x in iterable:
            self.append(x)

    def extendleft(self, iterable, /):
        """Add the elements of an iterable to the left side, one after the other."""
        if iterable is self:
            iterable = list(self)
        for x in iterable:
            self.appendleft(x)

    def clear(self):
        """Remove all elements."""
        self._left.clear()
        self._right.clear()
        self._state += 1

    def copy(self):
        """A shallow copy."""
        if type(self) is deque:
            return deque(self, self._maxlen)
        return self.__copy__()

    def __copy__(self):
        if self._maxlen is None:
            return type(self)(self)
        return type(self)(self, self._maxlen)

    def _list(self):
        return self._left[::-1] + self._right

    def _put(self, items):
        """Take a list for the items."""
        self._left.clear()
        self._right[:] = items
        self._state += 1

    def _items(self):
        """The items as they are, found out while no one changes them."""
        state = self._state
        for item in self._list():
            yield item
            if self._state != state:
                raise RuntimeError('deque mutated during iteration')

    def __iter__(self):
        return _deque_iterator(self)

    def __reversed__(self):
        return _deque_reverse_iterator(self)

    def __len__(self):
        return len(self._left) + len(self._right)

    def __contains__(self, value):
        return any(each is value or each == value for each in self._items())

    def count(self, value, /):
        """How often a value is there."""
        return sum(1 for each in self._items() if each is value or each == value)

    def index(self, value, start=0, stop=_no_value, /):
        """The first place of a value, or ValueError."""
        size = len(self)
        start = _bound(start, size)
        stop = size if stop is _no_value else _bound(stop, size)
        for place, each in enumerate(self._items()):
            if place >= stop:
                break
            if place >= start and (each is value or each == value):
                return place
        raise ValueError(f'{value!r} is not in deque')

    def insert(self, index, value, /):
        """Insert a value before the place."""
        index = _index(index)
        if self._maxlen is not None and len(self) >= self._maxlen:
            raise IndexError('deque already at its maximum size')
        items = self._list()
        items.insert(index, value)
        self._put(items)

    def remove(self, value, /):
        """Remove the first such value, or raise ValueError."""
        size = len(self)
        for place, each in enumerate(self._list()):
            found = each is value or each == value
            if len(self) != size:
                raise IndexError('deque mutated during remove().')
            if found:
                items = self._list()
                del items[place]
                self._put(items)
                return
        raise ValueError('deque.remove(x): x not in deque')

    def reverse(self):
        """Turn the order around, in place."""
        self._left, self._right = self._right, self._left
        self._state += 1

    def rotate(self, n=1, /):
        """Move the elements n steps to the right; to the left if n is negative."""
        n = _index(n)
        size = len(self)
        if size < 2:
            return
        if abs(n) * 4 < size:
            for _ in range(n):
                self.appendleft(self.pop())
            for _ in range(-n):
                self._right.append(self.popleft())
            return
        n %= size
        items = self._list()
        self._put(items[size - n:] + items[:size - n])

    def _place(self, index, what):
        """The list that has the place, and the index there."""
        if not hasattr(index, '__index__'):
            raise TypeError(
                f"sequence index must be integer, not '{type(index).__name__}'"
            )
        index = _index(index)
        size = len(self)
        if index < 0:
            index += size
        if not 0 <= index < size:
            raise IndexError(f'deque {what}index out of range')
        count = len(self._left)
        if index < count:
            return self._left, count - 1 - index
        return self._right, index - count

    def __getitem__(self, index):
        items, place = self._place(index, '')
        return items[place]

    def __setitem__(self, index, value):
        items, place = self._place(index, '')
        items[place] = value

    def __delitem__(self, index):
        items, place = self._place(index, '')
        del items[place]
        self._state += 1

    @recursive_repr('[...]')
    def __repr__(self):
        end = '' if self._maxlen is None else f', maxlen={self._maxlen}'
        return f'{type(self).__name__}({list(self)!r}{end})'

    def __reduce__(self):
        state = _state(self, deque.__slots__)
        args = () if self._maxlen is None else ((), self._maxlen)
        return type(self), args, state, iter(self)

    __hash__ = None

    def __eq__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self is other or self._list() == other._list()

    def __ne__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._list() != other._list()

    def __lt__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._list() < other._list()

    def __le__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._list() <= other._list()

    def __gt__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._list() > other._list()

    def __ge__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._list() >= other._list()

    def __add__(self, other):
        if not isinstance(other, deque):
            kind = type(other).__name__
            raise TypeError(f'can only concatenate deque (not "{kind}") to deque')
        new = self.copy()
        new.extend(other)
        return new

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, n):
        new = self.copy()
        new *= n
        return new

    __rmul__ = __mul__

    def __imul__(self, n):
        if not hasattr(n, '__index__'):
            kind = type(n).__name__
            raise TypeError(f"can't multiply sequence by non-int of type '{kind}'")
        n = _index(n)
        items = self._list()
        if self._maxlen is not None and items and n > 0:
            # No more copies than are kept.
            n = min(n, self._maxlen // len(items) + 2)
        items = items * n
        if self._maxlen is not None:
            items = items[max(len(items) - self._maxlen, 0):]
        self._put(items)
        return self

    __class_getitem__ = classmethod(type(list[int]))


MutableSequence.register(deque)


def _bound(place, size):
    place = _index(place)
    if place < 0:
        place += size
    return min(max(place, 0), size)


class _deque_iterator:
    """Goes through a deque, and refuses to go on when it was changed."""

    __slots__ = ('_deque', '_state', '_items', '_count')

    def __init__(self, deque):
        self._deque = deque
        self._state = deque._state
        self._items = iter(self._order(deque))
        self._count = len(deque)

    @staticmethod
    def _order(deque):
        return deque._list()

    def __iter__(self):
        return self

    def __next__(self):
        if self._deque._state != self._state:
            self._count = 0
            raise RuntimeError('deque mutated during iteration')
        item = next(self._items)
        self._count -= 1
        return item

    def __length_hint__(self):
        return self._count


class _deque_reverse_iterator(_deque_iterator):
    """Goes through a deque from the right."""

    __slots__ = ()

    @staticmethod
    def _order(deque):
        return deque._right[::-1] + deque._left


for _class in (_deque_iterator, _deque_reverse_iterator):
    _class.__module__ = '_collections'
