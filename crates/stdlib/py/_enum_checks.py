"""Decorators that check an enumeration or publish its members.

A part of the module enum, which imports it when its classes exist.
"""

from enum import (
    Enum, Flag, ReprEnum, StrEnum, _high_bit, _is_single_bit, _iter_bits_lsb, sys,
)

# Users see these names as the module's own.
__name__ = 'enum'



def unique(enumeration):
    """Class decorator that ensures that there are no aliases."""
    aliases = [
        '%s -> %s' % (name, item.name)
        for name, item in enumeration.__members__.items() if name != item.name
    ]
    if aliases:
        raise ValueError('duplicate values found in %r: %s' % (enumeration, ', '.join(aliases)))
    return enumeration


class EnumCheck(StrEnum):
    """What verify() can check."""

    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Class decorator that checks an enumeration for the given constraints."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        if Flag is not None and issubclass(enumeration, Flag):
            kind = 'flag'
        elif issubclass(enumeration, Enum):
            kind = 'enum'
        else:
            raise TypeError("the 'verify' decorator only works with Enum and Flag")
        for check in self.checks:
            if check is UNIQUE:
                self._check_unique(enumeration)
            elif check is CONTINUOUS:
                self._check_continuous(enumeration, kind)
            elif check is NAMED_FLAGS:
                self._check_named(enumeration)
        return enumeration

    def _check_unique(self, enumeration):
        aliases = [
            '%s -> %s' % (name, item.name)
            for name, item in enumeration.__members__.items() if name != item.name
        ]
        if aliases:
            raise ValueError('aliases found in %r: %s' % (enumeration, ', '.join(aliases)))

    def _check_continuous(self, enumeration, kind):
        values = {item.value for item in enumeration}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if kind == 'flag':
            expected = [2 ** bit for bit in range(_high_bit(low) + 1, _high_bit(high))]
        else:
            expected = range(low + 1, high)
        missing = [str(value) for value in expected if value not in values]
        if missing:
            message = 'invalid %s %r: missing values %s'
            raise ValueError((message % (kind, enumeration.__name__, ', '.join(missing)))[:256])

    def _check_named(self, enumeration):
        values = [item.value for item in enumeration]
        names = []
        missing = 0
        for name, item in enumeration._member_map_.items():
            if name in enumeration._member_names_ or item.value < 0:
                continue
            missed = [bit for bit in _iter_bits_lsb(item.value) if bit not in values]
            if missed:
                names.append(name)
                for bit in missed:
                    missing |= bit
        if not names:
            return
        if len(names) == 1:
            subject = 'alias %s is missing' % names[0]
        else:
            subject = 'aliases %s and %s are missing' % (', '.join(names[:-1]), names[-1])
        what = 'value 0x%x' if _is_single_bit(missing) else 'combined values of 0x%x'
        raise ValueError(
            'invalid Flag %r: %s %s [use enum.show_flag_values(value) for details]'
            % (enumeration.__name__, subject, what % missing)
        )


def global_enum_repr(self):
    """The repr of a member as a global name of its module."""
    module = self.__class__.__module__.split('.')[-1]
    return '%s.%s' % (module, self._name_)


def global_flag_repr(self):
    """The repr of a flag as global names of its module."""
    module = self.__class__.__module__.split('.')[-1]
    if self._name_ is None:
        return '%s.%s(%r)' % (module, self.__class__.__name__, self._value_)
    parts = self._name_.split('|')
    return '|'.join([name if name[0].isdigit() else '%s.%s' % (module, name) for name in parts])


def global_str(self):
    """The str of a member without the name of its class."""
    if self._name_ is None:
        return '%s(%r)' % (self.__class__.__name__, self._value_)
    return self._name_


def global_enum(cls, update_str=False):
    """Class decorator that puts the members into the module's namespace, too."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls
