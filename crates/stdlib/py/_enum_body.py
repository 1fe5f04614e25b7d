"""What happens in the body of an enumeration: the namespace and the marks in it.

A part of the module enum, which is the only one that imports it.
"""

from types import DynamicClassAttribute

# Users see these classes as the module's own.
__name__ = 'enum'



class nonmember:
    """Protects an item from becoming a member during class creation."""

    def __init__(self, value):
        self.value = value


class member:
    """Forces an item to become a member during class creation."""

    def __init__(self, value):
        self.value = value


class _AutoNull:
    def __repr__(self):
        return '_auto_null'


_auto_null = _AutoNull()


class auto:
    """Instances are replaced with an appropriate value in Enum class bodies."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return 'auto(%r)' % (self.value,)


def _is_descriptor(value):
    cls = type(value)
    return hasattr(cls, '__get__') or hasattr(cls, '__set__') or hasattr(cls, '__delete__')


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' != name[-3]


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' != name[-2]


def _is_private(cls_name, name):
    prefix = f'_{cls_name}__'
    return (
        len(name) > len(prefix)
        and name.startswith(prefix)
        and not name.endswith('__')
    )


def _is_single_bit(number):
    return number != 0 and number & (number - 1) == 0


def _high_bit(value):
    """Number of the highest bit, -1 if there is none."""
    return value.bit_length() - 1


def _iter_bits_lsb(number):
    """The bits that are set, the lowest one first."""
    number = getattr(number, 'value', number)
    if number < 0:
        raise ValueError('%r is not a positive integer' % number)
    while number:
        bit = number & -number
        yield bit
        number ^= bit


def show_flag_values(value):
    """The list of the bits that are set in a value."""
    return list(_iter_bits_lsb(value))


def bin(num, max_bits=None):
    """Like the built-in function, with the sign as a digit of its own: 0b0 1010."""
    sign = '1' if num < 0 else '0'
    width = num.bit_length()
    digits = format(num & ((1 << width) - 1), '0%db' % width) if width else ''
    if max_bits is not None and len(digits) < max_bits:
        digits = digits.rjust(max_bits, sign)
    return '0b%s %s' % (sign, digits)


class property(DynamicClassAttribute):
    """A property that a member may share its name with."""

    member = None

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is not None:
                return self.member
            raise AttributeError('%r has no attribute %r' % (ownerclass, self.name))
        if self.fget is None:
            if self.member is not None:
                return self.member
            raise AttributeError('%r member has no attribute %r' % (ownerclass, self.name))
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError('<enum %r> cannot set attribute %r' % (self.clsname, self.name))
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError('<enum %r> cannot delete attribute %r' % (self.clsname, self.name))
        return self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


_SUNDER = (
    '_order_', '_generate_next_value_', '_numeric_repr_', '_missing_', '_ignore_',
    '_iter_member_', '_iter_member_by_value_', '_iter_member_by_def_',
)


class _EnumDict(dict):
    """The namespace of a class body: it notes the members, in order, and fills in auto()."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._cls_name = cls_name
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._generate_next_value = None

    def __setitem__(self, key, value):
        if _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            if key not in _SUNDER:
                raise ValueError(
                    f'_sunder_ names, such as {key!r}, are reserved for future Enum use'
                )
            if key == '_generate_next_value_':
                if self._auto_called:
                    raise TypeError('_generate_next_value_ must be defined before members')
                self._generate_next_value = getattr(value, '__func__', value)
            elif key == '_ignore_':
                value = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
                self._ignore = value
                already = [name for name in self._member_names if name in value]
                if already:
                    raise ValueError(
                        '_ignore_ cannot specify already set names: {%s}'
                        % ', '.join(map(repr, already))
                    )
        elif _is_dunder(key):
            if key == '__order__':
                key = '_order_'
        elif key in self._member_names:
            raise TypeError('%r already defined as %r' % (key, self[key]))
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif _is_descriptor(value):
            pass
        else:
            if key in self:
                raise TypeError('%r already defined as %r' % (key, self[key]))
            value = self._member_value(key, value)
        super().__setitem__(key, value)

    def _member_value(self, key, value):
        if isinstance(value, member):
            value = value.value
        last_values = self._last_values
        if isinstance(value, auto):
            value = self._auto_value(key, value)
        elif type(value) is tuple and any(isinstance(item, auto) for item in value):
            items = []
            for item in value:
                if isinstance(item, auto):
                    item = self._auto_value(key, item)
                items.append(item)
            value = tuple(items)
        else:
            last_values.append(value)
        self._member_names[key] = None
        return value

    def _auto_value(self, key, item):
        if item.value is _auto_null:
            item.value = self._generate_next_value(
                key, 1, len(self._member_names), self._last_values[:]
            )
            self._auto_called = True
        self._last_values.append(item.value)
        return item.value

    def update(self, members, **more_members):
        pairs = members.items() if hasattr(members, 'keys') else members
        for name, value in pairs:
            self[name] = value
        for name, value in more_members.items():
            self[name] = value
