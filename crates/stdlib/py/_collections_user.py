"""UserDict, UserList and UserString, which `collections` shows."""

from _collections_abc import MutableMapping, MutableSequence, Sequence

__name__ = 'collections'


class UserDict(MutableMapping):
    """A dict to derive from: all it holds is in `data`."""

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        if dict is not None:
            self.update(dict)
        if kwargs:
            self.update(kwargs)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        missing = getattr(self.__class__, '__missing__', None)
        if missing is None:
            raise KeyError(key)
        return missing(self, key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def __repr__(self):
        return repr(self.data)

    def __or__(self, other):
        other = _data(other, UserDict)
        if not isinstance(other, dict):
            return NotImplemented
        return self.__class__(self.data | other)

    def __ror__(self, other):
        other = _data(other, UserDict)
        if not isinstance(other, dict):
            return NotImplemented
        return self.__class__(other | self.data)

    def __ior__(self, other):
        self.data |= _data(other, UserDict)
        return self

    def __copy__(self):
        new = self.__class__.__new__(self.__class__)
        new.__dict__.update(self.__dict__)
        new.data = self.data.copy()
        return new

    def copy(self):
        """A shallow copy."""
        if self.__class__ is UserDict:
            return UserDict(self.data.copy())
        data, self.data = self.data, {}
        try:
            new = self.__copy__()
        finally:
            self.data = data
        new.update(self)
        return new

    @classmethod
    def fromkeys(cls, iterable, value=None):
        """A new one with keys from the iterable, all with the same value."""
        new = cls()
        for key in iterable:
            new[key] = value
        return new


def _data(other, kind):
    """What an object of the kind holds, and any other object as it is."""
    return other.data if isinstance(other, kind) else other


class UserList(MutableSequence):
    """A list to derive from: all it holds is in `data`."""

    def __init__(self, initlist=None):
        self.data = []
        if initlist is not None:
            if type(initlist) is list:
                self.data[:] = initlist
            elif isinstance(initlist, UserList):
                self.data[:] = initlist.data[:]
            else:
                self.data = list(initlist)

    def __repr__(self):
        return repr(self.data)

    def __lt__(self, other):
        return self.data < _data(other, UserList)

    def __le__(self, other):
        return self.data <= _data(other, UserList)

    def __eq__(self, other):
        return self.data == _data(other, UserList)

    def __gt__(self, other):
        return self.data > _data(other, UserList)

    def __ge__(self, other):
        return self.data >= _data(other, UserList)

    def __contains__(self, item):
        return item in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return self.__class__(self.data[i])
        return self.data[i]

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def _as_list(self, other):
        other = _data(other, UserList)
        return other if isinstance(other, type(self.data)) else list(other)

    def __add__(self, other):
        return self.__class__(self.data + self._as_list(other))

    def __radd__(self, other):
        return self.__class__(self._as_list(other) + self.data)

    def __iadd__(self, other):
        self.data += self._as_list(other)
        return self

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def __copy__(self):
        new = self.__class__.__new__(self.__class__)
        new.__dict__.update(self.__dict__)
        new.data = self.data[:]
        return new

    def append(self, item):
        """Put an item in at the end."""
        self.data.append(item)

    def insert(self, i, item):
        """Put an item in before the place."""
        self.data.insert(i, item)

    def pop(self, i=-1):
        """Take the item at a place out and return it."""
        return self.data.pop(i)

    def remove(self, item):
        """Take the first such item out."""
        self.data.remove(item)

    def clear(self):
        """Take all items out."""
        self.data.clear()

    def copy(self):
        """A shallow copy."""
        return self.__class__(self)

    def count(self, item):
        """How often an item is there."""
        return self.data.count(item)

    def index(self, item, *args):
        """The first place of an item."""
        return self.data.index(item, *args)

    def reverse(self):
        """Turn the order around, in place."""
        self.data.reverse()

    def sort(self, /, *args, **kwds):
        """Sort in place."""
        self.data.sort(*args, **kwds)

    def extend(self, other):
        """Put items in at the end."""
        self.data.extend(_data(other, UserList))


def _text(value):
    return value.data if isinstance(value, UserString) else value


class UserString(Sequence):
    """A str to derive from: its text is in `data`."""

    def __init__(self, seq):
        if isinstance(seq, UserString):
            self.data = seq.data[:]
        else:
            self.data = seq if isinstance(seq, str) else str(seq)

    def __str__(self):
        return str(self.data)

    def __repr__(self):
        return repr(self.data)

    def __int__(self):
        return int(self.data)

    def __float__(self):
        return float(self.data)

    def __complex__(self):
        return complex(self.data)

    def __hash__(self):
        return hash(self.data)

    def __getnewargs__(self):
        return (self.data[:],)

    def __eq__(self, string):
        return self.data == _text(string)

    def __lt__(self, string):
        return self.data < _text(string)

    def __le__(self, string):
        return self.data <= _text(string)

    def __gt__(self, string):
        return self.data > _text(string)

    def __ge__(self, string):
        return self.data >= _text(string)

    def __contains__(self, char):
        return _text(char) in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __add__(self, other):
        other = _text(other)
        return self.__class__(self.data + (other if isinstance(other, str) else str(other)))

    def __radd__(self, other):
        return self.__class__((other if isinstance(other, str) else str(other)) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return self.__class__(self.data % args)

    def __rmod__(self, template):
        return self.__class__(str(template) % self)

    def encode(self, encoding='utf-8', errors='strict'):
        """The text as bytes."""
        encoding = 'utf-8' if encoding is None else encoding
        errors = 'strict' if errors is None else errors
        return self.data.encode(encoding, errors)

    def count(self, sub, start=0, end=None):
        """How often a part occurs."""
        return self.data.count(_text(sub), start, end)

    def find(self, sub, start=0, end=None):
        """The first place of a part, or -1."""
        return self.data.find(_text(sub), start, end)

    def rfind(self, sub, start=0, end=None):
        """The last place of a part, or -1."""
        return self.data.rfind(_text(sub), start, end)

    def index(self, sub, start=0, end=None):
        """The first place of a part, or ValueError."""
        return self.data.index(_text(sub), start, end)

    def rindex(self, sub, start=0, end=None):
        """The last place of a part, or ValueError."""
        return self.data.rindex(_text(sub), start, end)

    def replace(self, old, new, maxsplit=-1):
        """A copy with one part replaced by another."""
        return self.__class__(self.data.replace(_text(old), _text(new), maxsplit))

    maketrans = str.maketrans


# The methods of str that take no UserString, by whether they give a text back.
_GIVE_TEXT = (
    'capitalize', 'casefold', 'center', 'expandtabs', 'ljust', 'lower', 'lstrip', 'removeprefix',
    'removesuffix', 'rjust', 'rstrip', 'strip', 'swapcase', 'title', 'translate', 'upper', 'zfill',
)
_GIVE_OTHER = (
    'endswith', 'format', 'format_map', 'isalpha', 'isalnum', 'isascii', 'isdecimal', 'isdigit',
    'isidentifier', 'islower', 'isnumeric', 'isprintable', 'isspace', 'istitle', 'isupper', 'join',
    'partition', 'rpartition', 'rsplit', 'split', 'splitlines', 'startswith',
)


def _delegate(name, gives_text):
    def method(self, /, *args, **kwargs):
        args = [_text(each) for each in args] if name.startswith('remove') else args
        result = getattr(self.data, name)(*args, **kwargs)
        return self.__class__(result) if gives_text else result
    method.__name__ = name
    method.__qualname__ = f'UserString.{name}'
    method.__doc__ = getattr(str, name).__doc__
    return method


for _name in _GIVE_TEXT:
    setattr(UserString, _name, _delegate(_name, True))
for _name in _GIVE_OTHER:
    setattr(UserString, _name, _delegate(_name, False))
