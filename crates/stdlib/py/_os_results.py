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


def _item(at):
    return property(lambda self: self[at])


class terminal_size(_Fields):
    """A tuple of (columns, lines) for holding terminal window size"""

    __slots__ = ()
    __module__ = "os"
    n_fields = n_sequence_fields = 2
    _names = __match_args__ = ("columns", "lines")
    columns = _item(0)
    lines = _item(1)


class times_result(_Fields):
    """times_result: Result from os.times()."""

    __slots__ = ()
    __module__ = "posix"
    n_fields = n_sequence_fields = 5
    _names = __match_args__ = ("user", "system", "children_user", "children_system", "elapsed")
    user = _item(0)
    system = _item(1)
    children_user = _item(2)
    children_system = _item(3)
    elapsed = _item(4)


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

    def __repr__(self):
        names = self.__match_args__ + ("st_atime", "st_mtime", "st_ctime")
        pairs = ", ".join(f"{name}={value!r}" for name, value in zip(names, self))
        return f"os.stat_result({pairs})"

    def __reduce__(self):
        return stat_result, (tuple(self), dict(self.__dict__))

    st_mode = _item(0)
    st_ino = _item(1)
    st_dev = _item(2)
    st_nlink = _item(3)
    st_uid = _item(4)
    st_gid = _item(5)
    st_size = _item(6)
