"""What `time` holds that is written in the language."""


def _field(at, doc):
    return property(lambda self: self[at], doc=doc)


class struct_time(tuple):
    """The time value as returned by gmtime(), localtime(), and strptime(), and
    accepted by asctime(), mktime() and strftime().  May be considered as a
    sequence of 9 integers."""

    __module__ = 'time'
    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0
    __match_args__ = (
        'tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday', 'tm_yday',
        'tm_isdst',
    )

    def __new__(cls, /, *args, **kwargs):
        """Create and return a new object.  See help(type) for accurate signature."""
        sequence, more = _arguments(*args, **kwargs)
        try:
            fields = tuple(sequence)
        except TypeError:
            raise TypeError('constructor requires a sequence') from None
        if more is not None and not isinstance(more, dict):
            raise TypeError('time.struct_time() takes a dict as second arg, if any')
        if not 9 <= len(fields) <= 11:
            bound = 'at least 9' if len(fields) < 9 else 'at most 11'
            raise TypeError(
                f'time.struct_time() takes an {bound}-sequence ({len(fields)}-sequence given)'
            )
        self = super().__new__(cls, fields[:9])
        rest = dict(zip(('tm_zone', 'tm_gmtoff'), fields[9:]))
        for name in ('tm_zone', 'tm_gmtoff'):
            self.__dict__[name] = rest[name] if name in rest else (more or {}).get(name)
        return self

    def __init_subclass__(cls):
        raise TypeError("type 'time.struct_time' is not an acceptable base type")

    def __getattr__(self, name):
        raise AttributeError(
            f"'time.struct_time' object has no attribute '{name}'", name=name, obj=self
        )

    def __setattr__(self, name, value):
        if name.startswith('tm_') and hasattr(struct_time, name):
            raise AttributeError('readonly attribute')
        self.__getattr__(name)

    def __delattr__(self, name):
        self.__setattr__(name, None)

    def __repr__(self, /):
        """Return repr(self)."""
        fields = (f'{name}={value!r}' for name, value in zip(self.__match_args__, self))
        return f'time.struct_time({", ".join(fields)})'

    def __reduce__(self):
        return struct_time, (tuple(self), dict(self.__dict__))

    tm_year = _field(0, 'The year, such as 1993.')
    tm_mon = _field(1, 'The month, from 1 to 12.')
    tm_mday = _field(2, 'The day of the month, from 1 to 31.')
    tm_hour = _field(3, 'The hour, from 0 to 23.')
    tm_min = _field(4, 'The minute, from 0 to 59.')
    tm_sec = _field(5, 'The second, from 0 to 61.')
    tm_wday = _field(6, 'The day of the week, from 0 for Monday to 6.')
    tm_yday = _field(7, 'The day of the year, from 1 to 366.')
    tm_isdst = _field(8, '1 in summer time, 0 if not, -1 if that is not known.')
    tm_zone = property(lambda self: self.__dict__['tm_zone'], doc='The name of the time zone.')
    tm_gmtoff = property(lambda self: self.__dict__['tm_gmtoff'], doc='Seconds ahead of UTC.')


_missing = object()


def _arguments(sequence=_missing, dict=None):
    if sequence is _missing:
        raise TypeError("structseq() missing required argument 'sequence' (pos 1)")
    return sequence, dict


_CLOCKS = {
    'time': ('CLOCK_REALTIME', False, True),
    'monotonic': ('CLOCK_MONOTONIC', True, False),
    'perf_counter': ('CLOCK_MONOTONIC', True, False),
    'process_time': ('CLOCK_PROCESS_CPUTIME_ID', True, False),
    'thread_time': ('CLOCK_THREAD_CPUTIME_ID', True, False),
}


def get_clock_info(name, /):
    """Get information of the specified clock."""
    from types import SimpleNamespace

    if not isinstance(name, str):
        raise TypeError(f'get_clock_info() argument 1 must be str, not {type(name).__name__}')
    if name not in _CLOCKS:
        raise ValueError('unknown clock')
    clock, monotonic, adjustable = _CLOCKS[name]
    return SimpleNamespace(
        implementation=f'clock_gettime({clock})', monotonic=monotonic, adjustable=adjustable,
        resolution=1e-09,
    )


get_clock_info.__module__ = 'time'
