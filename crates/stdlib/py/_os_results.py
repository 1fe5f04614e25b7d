"""What the functions of `os` answer with: tuples whose items have names."""


class _Fields(tuple):
    """A tuple whose items have names; some names stand for no item."""

    __slots__ = ()
    n_unnamed_fields = 0

    def __new__(cls, sequence, dict={}):
        try:
            sequence = tuple(sequence)
        except TypeError:
            raise TypeError("constructor requires a sequence") from None
        least, most = cls.n_sequence_fields, cls.n_fields
        if not least <= len(sequence) <= most:
            kind = "at least" if len(sequence) < least else "at most"
            kind = "a" if least == most else kind
            count = least if len(sequence) < least else most
            raise TypeError(
                f"{cls.__module__}.{cls.__name__}() takes {'an' if kind != 'a' else 'a'} {kind + ' ' if kind != 'a' else ''}{count}-sequence ({len(sequence)}-sequence given)"
            )
        return super().__new__(cls, sequence)

    def __repr__(self):
        pairs = ", ".join(f"{name}={value!r}" for name, value in zip(self._names, self))
        return f"{self.__class__.__module__}.{self.__class__.__name__}({pairs})"

    def __reduce__(self):
        return self.__class__, (tuple(self), {})


def _item(at, doc):
    return property(lambda self: self[at], doc=doc)


class terminal_size(_Fields):
    """A tuple of (columns, lines) for holding terminal window size"""

    __slots__ = ()
    __module__ = "os"
    n_fields = n_sequence_fields = 2
    _names = __match_args__ = ("columns", "lines")
    columns = _item(0, 'The width of the window in characters.')
    lines = _item(1, 'The height of the window in characters.')


class times_result(_Fields):
    """times_result: Result from os.times()."""

    __slots__ = ()
    __module__ = "posix"
    n_fields = n_sequence_fields = 5
    _names = __match_args__ = ("user", "system", "children_user", "children_system", "elapsed")
    user = _item(0, 'Time of the process.')
    system = _item(1, 'Time of the system for the process.')
    children_user = _item(2, 'Time of the children.')
    children_system = _item(3, 'Time of the system for the children.')
    elapsed = _item(4, 'Time since some point in the past.')


class stat_result(tuple):
    """stat_result: Result from stat, fstat, or lstat."""

    __module__ = "os"
    n_fields = 19
    n_sequence_fields = 10
    n_unnamed_fields = 3
    __match_args__ = (
        "st_mode",
        "st_ino",
        "st_dev",
        "st_nlink",
        "st_uid",
        "st_gid",
        "st_size",
    )

    def __new__(cls, sequence, dict={}):
        """Create and return a new object.  See help(type) for accurate signature."""
        fields = tuple(sequence)
        if not 10 <= len(fields) <= 19:
            kind = "at least 10" if len(fields) < 10 else "at most 19"
            raise TypeError(
                f"os.stat_result() takes an {kind}-sequence ({len(fields)}-sequence given)"
            )
        self = super().__new__(cls, fields[:10])
        rest = fields[10:]
        names = cls._more
        values = {name: None for name in names}
        values.update(zip(names, rest))
        for at, name in ((7, "st_atime"), (8, "st_mtime"), (9, "st_ctime")):
            if values[name] is None:
                values[name] = fields[at]
        for name in names:
            if name in dict:
                values[name] = dict[name]
        self.__dict__.update(values)
        return self

    _more = (
        "st_atime",
        "st_mtime",
        "st_ctime",
        "st_atime_ns",
        "st_mtime_ns",
        "st_ctime_ns",
        "st_blksize",
        "st_blocks",
        "st_rdev",
    )

    def __setattr__(self, name, value):
        raise AttributeError("readonly attribute")

    def __repr__(self, /):
        """Return repr(self)."""
        names = self.__match_args__ + ("st_atime", "st_mtime", "st_ctime")
        pairs = ", ".join(f"{name}={value!r}" for name, value in zip(names, self))
        return f"os.stat_result({pairs})"

    def __reduce__(self):
        return stat_result, (tuple(self), dict(self.__dict__))

    st_mode = _item(0, 'The kind and the permissions.')
    st_ino = _item(1, 'The number on the device (inode).')
    st_dev = _item(2, 'The device.')
    st_nlink = _item(3, 'How many names it has.')
    st_uid = _item(4, 'The user id of the owner.')
    st_gid = _item(5, 'The group id of the owner.')
    st_size = _item(6, 'The size in bytes.')
