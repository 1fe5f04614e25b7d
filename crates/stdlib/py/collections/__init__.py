"""Containers beyond list, tuple, dict and set."""

from keyword import iskeyword as _iskeyword
from operator import itemgetter as _itemgetter
from reprlib import recursive_repr as _recursive_repr
import sys as _sys
from collections import abc
from _collections_abc import Mapping as _Mapping, MutableMapping as _MutableMapping
from _collections_abc import MutableSequence as _MutableSequence
from _collections import _count_elements, _tuplegetter, defaultdict, deque, OrderedDict
from _collections_user import UserDict, UserList, UserString

__all__ = [
    'ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList', 'UserString',
    'defaultdict', 'deque', 'namedtuple',
]


def _check_names(typename, field_names):
    for name in (typename, *field_names):
        if type(name) is not str:
            raise TypeError('Type names and field names must be strings')
        if not name.isidentifier():
            raise ValueError(f'Type names and field names must be valid identifiers: {name!r}')
        if _iskeyword(name):
            raise ValueError(f'Type names and field names cannot be a keyword: {name!r}')


def _checked_fields(typename, field_names, rename):
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    field_names = [str(name) for name in field_names]
    typename = _sys.intern(str(typename))
    if rename:
        seen = {}
        for index, name in enumerate(field_names):
            bad = not name.isidentifier() or _iskeyword(name) or name.startswith('_')
            if bad or name in seen:
                field_names[index] = f'_{index}'
            seen[name] = True
    _check_names(typename, field_names)
    seen = {}
    for name in field_names:
        if name.startswith('_') and not rename:
            raise ValueError(f'Field names cannot start with an underscore: {name!r}')
        if name in seen:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
        seen[name] = True
    return typename, tuple(map(_sys.intern, field_names))


def _constructor(typename, fields, defaults):
    """The __new__ of a named tuple: with its parameters' names, so that errors name them."""
    arguments = ', '.join(fields)
    if len(fields) == 1:
        arguments += ','
    space = {'_tuple_new': tuple.__new__, '__builtins__': {}, '__name__': f'namedtuple_{typename}'}
    new = eval(f'lambda _cls, {arguments}: _tuple_new(_cls, ({arguments}))', space)
    new.__name__ = '__new__'
    new.__qualname__ = f'{typename}.__new__'
    new.__doc__ = f'Create new instance of {typename}({", ".join(fields)})'
    if defaults is not None:
        new.__defaults__ = defaults
    return new


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """Make a subclass of tuple with named fields."""
    typename, fields = _checked_fields(typename, field_names, rename)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(fields):
            raise TypeError('Got more default values than field names')
        if defaults:
            field_defaults = dict(zip(fields[-len(defaults):], defaults))
    arity = len(fields)
    template = '(' + ', '.join(f'{name}=%r' for name in fields) + ')'

    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != arity:
            raise TypeError(f'Expected {arity} arguments, got {len(result)}')
        return result

    def _replace(self, /, **kwds):
        result = self._make(map(kwds.pop, fields, self))
        if kwds:
            raise ValueError(f'Got unexpected field names: {list(kwds)!r}')
        return result

    def __repr__(self):
        return self.__class__.__name__ + template % self

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        return tuple(self)

    shown = ', '.join(fields)
    docs = (
        (_make, f'Make a new {typename} object from a sequence or iterable'),
        (_replace, f'Return a new {typename} object replacing specified fields with new values'),
        (__repr__, 'Return a nicely formatted representation string'),
        (_asdict, 'Return a new dict which maps field names to their values.'),
        (__getnewargs__, 'Return self as a plain tuple.  Used by copy and pickle.'),
    )
    for method, doc in docs:
        method.__qualname__ = f'{typename}.{method.__name__}'
        method.__doc__ = doc
    space = {
        '__doc__': f'{typename}({shown})',
        '__slots__': (),
        '_fields': fields,
        '_field_defaults': field_defaults,
        '__new__': _constructor(typename, fields, defaults),
        '_make': classmethod(_make),
        '_replace': _replace,
        '__repr__': __repr__,
        '_asdict': _asdict,
        '__getnewargs__': __getnewargs__,
        '__match_args__': fields,
    }
    for index, name in enumerate(fields):
        space[name] = _tuplegetter(index, _sys.intern(f'Alias for field number {index}'))
    result = type(typename, (tuple,), space)
    if module is None:
        # The class belongs to the caller's module.
        try:
            module = _sys._getframe(1).f_globals.get('__name__', '__main__')
        except (AttributeError, ValueError):
            pass
    if module is not None:
        result.__module__ = module
    return result


_MutableSequence.register(deque)


class Counter(dict):
    """A dict that counts: elements are keys, and their counts are values."""

    def __init__(self, iterable=None, /, **kwds):
        """Count the elements of an iterable, or take the counts of a mapping and of keywords."""
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        """The count of what is not there is zero."""
        return 0

    def total(self):
        """Sum of the counts."""
        return sum(self.values())

    def most_common(self, n=None):
        """The n most common elements and their counts, or all, by falling count."""
        if n is None:
            return sorted(self.items(), key=_itemgetter(1), reverse=True)
        import heapq
        return heapq.nlargest(n, self.items(), key=_itemgetter(1))

    def elements(self):
        """Each element as many times as its count says."""
        for element, count in self.items():
            for _ in range(count):
                yield element

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError(
            'Counter.fromkeys() is undefined.  Use Counter(iterable) instead.'
        )

    def update(self, iterable=None, /, **kwds):
        """Like dict.update(), but counts are added."""
        if iterable is not None:
            if isinstance(iterable, _Mapping):
                if self:
                    for element, count in iterable.items():
                        self[element] = count + self.get(element, 0)
                else:
                    super().update(iterable)
            else:
                _count_elements(self, iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """Take counts away; they may become zero or negative."""
        if iterable is not None:
            get = self.get
            if isinstance(iterable, _Mapping):
                for element, count in iterable.items():
                    self[element] = get(element, 0) - count
            else:
                for element in iterable:
                    self[element] = get(element, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        """A shallow copy."""
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, element):
        """Take an element out; one that is not there is no error."""
        if element in self:
            super().__delitem__(element)

    def __repr__(self):
        if not self:
            return f'{self.__class__.__name__}()'
        try:
            pairs = dict(self.most_common())
        except TypeError:
            # Counts without an order.
            pairs = dict(self)
        return f'{self.__class__.__name__}({pairs!r})'

    def _every(self, other, test):
        """Whether the test holds for the counts of each element of either."""
        return all(test(self[each], other[each]) for c in (self, other) for each in c)

    def __eq__(self, other):
        """Whether all counts are equal; what is missing counts zero."""
        if not isinstance(other, Counter):
            return NotImplemented
        return self._every(other, lambda a, b: a == b)

    def __ne__(self, other):
        """Whether some counts differ; what is missing counts zero."""
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        """Whether no count is above the other's."""
        if not isinstance(other, Counter):
            return NotImplemented
        return self._every(other, lambda a, b: a <= b)

    def __lt__(self, other):
        """Whether no count is above the other's and not all are equal."""
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        """Whether no count is below the other's."""
        if not isinstance(other, Counter):
            return NotImplemented
        return self._every(other, lambda a, b: a >= b)

    def __gt__(self, other):
        """Whether no count is below the other's and not all are equal."""
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def _combined(self, other, combine):
        """The positive results of combining the counts of each element of either."""
        result = Counter()
        for element, count in self.items():
            new = combine(count, other[element])
            if new > 0:
                result[element] = new
        for element, count in other.items():
            if element not in self:
                new = combine(0, count)
                if new > 0:
                    result[element] = new
        return result

    def __add__(self, other):
        """Add the counts of both; positive ones are kept."""
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda a, b: a + b)

    def __sub__(self, other):
        """Subtract the other's counts; positive ones are kept."""
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda a, b: a - b)

    def __or__(self, other):
        """The greater count of both for each element."""
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda a, b: b if a < b else a)

    def __and__(self, other):
        """The smaller count of both for each element."""
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for element, count in self.items():
            other_count = other[element]
            new = count if count < other_count else other_count
            if new > 0:
                result[element] = new
        return result

    def __pos__(self):
        """The positive counts."""
        return self._combined(Counter(), lambda a, b: a)

    def __neg__(self):
        """The negative counts, made positive."""
        return self._combined(Counter(), lambda a, b: -a)

    def _keep_positive(self):
        for element in [each for each, count in self.items() if not count > 0]:
            del self[element]
        return self

    def __iadd__(self, other):
        """Add the other's counts in place; positive ones are kept."""
        for element, count in other.items():
            self[element] += count
        return self._keep_positive()

    def __isub__(self, other):
        """Subtract the other's counts in place; positive ones are kept."""
        for element, count in other.items():
            self[element] -= count
        return self._keep_positive()

    def __ior__(self, other):
        """Take the greater count of both in place for each element."""
        for element, other_count in other.items():
            if other_count > self[element]:
                self[element] = other_count
        return self._keep_positive()

    def __iand__(self, other):
        """Take the smaller count of both in place for each element."""
        for element, count in self.items():
            other_count = other[element]
            if other_count < count:
                self[element] = other_count
        return self._keep_positive()


class ChainMap(_MutableMapping):
    """Several mappings as one view; only the first is written to."""

    def __init__(self, *maps):
        """Make one mapping of several, of which the first is written to."""
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                pass
        return self.__missing__(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __len__(self):
        return len(self._merged())

    def _merged(self):
        """All keys, in the order in which the maps would have been written over each other."""
        merged = {}
        for mapping in reversed(self.maps):
            merged.update(dict.fromkeys(mapping))
        return merged

    def __iter__(self):
        return iter(self._merged())

    def __contains__(self, key):
        return any(key in mapping for mapping in self.maps)

    def __bool__(self):
        return any(self.maps)

    @_recursive_repr()
    def __repr__(self):
        return f'{self.__class__.__name__}({", ".join(map(repr, self.maps))})'

    @classmethod
    def fromkeys(cls, iterable, *args):
        """A ChainMap over one dict made from the keys."""
        return cls(dict.fromkeys(iterable, *args))

    def copy(self):
        """A new ChainMap with a copy of the first map and the other maps themselves."""
        return self.__class__(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        """A new ChainMap with one more map in front."""
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)
        return self.__class__(m, *self.maps)

    @property
    def parents(self):
        """A new ChainMap without the first map."""
        return self.__class__(*self.maps[1:])

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError(f'Key not found in the first mapping: {key!r}')

    def popitem(self):
        """Take some pair out of the first map."""
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError('No keys found in the first mapping.')

    def pop(self, key, *args):
        """Take a key out of the first map and return its value."""
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise KeyError(f'Key not found in the first mapping: {key!r}')

    def clear(self):
        """Empty the first map."""
        self.maps[0].clear()

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, _Mapping):
            return NotImplemented
        result = self.copy()
        result.maps[0].update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, _Mapping):
            return NotImplemented
        merged = dict(other)
        for mapping in reversed(self.maps):
            merged.update(mapping)
        return self.__class__(merged)
