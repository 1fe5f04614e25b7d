"""UserDict, UserList and UserString, which `collections` shows."""

from sys import maxsize as _maxsize

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

    def count(self, sub, start=0, end=_maxsize):
        """How often a part occurs."""
        return self.data.count(_text(sub), start, end)

    def find(self, sub, start=0, end=_maxsize):
        """The first place of a part, or -1."""
        return self.data.find(_text(sub), start, end)

    def rfind(self, sub, start=0, end=_maxsize):
        """The last place of a part, or -1."""
        return self.data.rfind(_text(sub), start, end)

    def index(self, sub, start=0, end=_maxsize):
        """The first place of a part, or ValueError."""
        return self.data.index(_text(sub), start, end)

    def rindex(self, sub, start=0, end=_maxsize):
        """The last place of a part, or ValueError."""
        return self.data.rindex(_text(sub), start, end)

    def replace(self, old, new, maxsplit=-1):
        """A copy with one part replaced by another."""
        return self.__class__(self.data.replace(_text(old), _text(new), maxsplit))

    def capitalize(self):
        """A copy with its first character in upper case and the others in lower case."""
        return self.__class__(self.data.capitalize())

    def casefold(self):
        """A copy in a form for comparing without regard to case."""
        return self.__class__(self.data.casefold())

    def lower(self):
        """A copy in lower case."""
        return self.__class__(self.data.lower())

    def swapcase(self):
        """A copy with upper case turned to lower case and the other way round."""
        return self.__class__(self.data.swapcase())

    def title(self):
        """A copy with each word in title case."""
        return self.__class__(self.data.title())

    def upper(self):
        """A copy in upper case."""
        return self.__class__(self.data.upper())

    def center(self, width, *args):
        """A copy in the middle of so many characters."""
        return self.__class__(self.data.center(width, *args))

    def ljust(self, width, *args):
        """A copy at the left of so many characters."""
        return self.__class__(self.data.ljust(width, *args))

    def rjust(self, width, *args):
        """A copy at the right of so many characters."""
        return self.__class__(self.data.rjust(width, *args))

    def expandtabs(self, tabsize=8):
        """A copy with tabs replaced by spaces."""
        return self.__class__(self.data.expandtabs(tabsize))

    def lstrip(self, chars=None):
        """A copy without whitespace, or without the given characters, at its start."""
        return self.__class__(self.data.lstrip(chars))

    def rstrip(self, chars=None):
        """A copy without whitespace, or without the given characters, at its end."""
        return self.__class__(self.data.rstrip(chars))

    def strip(self, chars=None):
        """A copy without whitespace, or without the given characters, at both ends."""
        return self.__class__(self.data.strip(chars))

    def removeprefix(self, prefix, /):
        """A copy without a prefix, if it begins with it."""
        return self.__class__(self.data.removeprefix(_text(prefix)))

    def removesuffix(self, suffix, /):
        """A copy without a suffix, if it ends with it."""
        return self.__class__(self.data.removesuffix(_text(suffix)))

    def translate(self, *args):
        """A copy with each character replaced by what a table has for it."""
        return self.__class__(self.data.translate(*args))

    def zfill(self, width):
        """A copy filled up with zeros at the left."""
        return self.__class__(self.data.zfill(width))

    def isalnum(self):
        """Whether all characters are letters or digits, and there are any."""
        return self.data.isalnum()

    def isalpha(self):
        """Whether all characters are letters, and there are any."""
        return self.data.isalpha()

    def isascii(self):
        """Whether all characters are ASCII."""
        return self.data.isascii()

    def isdecimal(self):
        """Whether all characters are decimal digits, and there are any."""
        return self.data.isdecimal()

    def isdigit(self):
        """Whether all characters are digits, and there are any."""
        return self.data.isdigit()

    def isidentifier(self):
        """Whether the text could be a name."""
        return self.data.isidentifier()

    def islower(self):
        """Whether all letters with case are in lower case, and there are any."""
        return self.data.islower()

    def isnumeric(self):
        """Whether all characters are numeric characters, and there are any."""
        return self.data.isnumeric()

    def isprintable(self):
        """Whether all characters are printable."""
        return self.data.isprintable()

    def isspace(self):
        """Whether all characters are whitespace, and there are any."""
        return self.data.isspace()

    def istitle(self):
        """Whether all words are in title case, and there are any."""
        return self.data.istitle()

    def isupper(self):
        """Whether all letters with case are in upper case, and there are any."""
        return self.data.isupper()

    def startswith(self, prefix, start=0, end=_maxsize):
        """Whether the text begins with a prefix, or with one of a tuple."""
        return self.data.startswith(prefix, start, end)

    def endswith(self, suffix, start=0, end=_maxsize):
        """Whether the text ends with a suffix, or with one of a tuple."""
        return self.data.endswith(suffix, start, end)

    def format(self, /, *args, **kwds):
        """The text with its fields in braces filled in from the arguments."""
        return self.data.format(*args, **kwds)

    def format_map(self, mapping):
        """The text with its fields in braces filled in from a mapping."""
        return self.data.format_map(mapping)

    def join(self, seq):
        """The strings of an iterable joined by the text."""
        return self.data.join(seq)

    def partition(self, sep):
        """What is before the first separator, the separator, and what is behind."""
        return self.data.partition(sep)

    def rpartition(self, sep):
        """What is before the last separator, the separator, and what is behind."""
        return self.data.rpartition(sep)

    def split(self, sep=None, maxsplit=-1):
        """A list of the parts between separators."""
        return self.data.split(sep, maxsplit)

    def rsplit(self, sep=None, maxsplit=-1):
        """A list of the parts between separators, split from the end."""
        return self.data.rsplit(sep, maxsplit)

    def splitlines(self, keepends=False):
        """A list of the lines."""
        return self.data.splitlines(keepends)

    maketrans = str.maketrans
