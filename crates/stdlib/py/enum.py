"""Enumerations: sets of symbolic names bound to unique, constant values."""

import sys
from types import DynamicClassAttribute

# The built-in one; the module's own hides it.
_property = property

from _enum_body import (
    _EnumDict, _high_bit, _is_dunder, _is_single_bit, _iter_bits_lsb, auto, bin, member,
    nonmember, property, show_flag_values,
)

from types import MappingProxyType

__all__ = [
    'EnumType', 'EnumMeta', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto',
    'unique', 'property', 'verify', 'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM',
    'EJECT', 'KEEP', 'global_flag_repr', 'global_enum_repr', 'global_str', 'global_enum',
    'EnumCheck', 'CONTINUOUS', 'NAMED_FLAGS', 'UNIQUE', 'pickle_by_global_name',
    'pickle_by_enum_name',
]

# The bases that the classes of this file need before they exist.
Enum = Flag = EJECT = KEEP = ReprEnum = None
_absent = object()


class _MemberMaker:
    """Stands in the namespace of a new class while type.__new__ runs.

    The members must exist before __init_subclass__ of a base is called, so they are made
    when the class says its name.
    """

    def __init__(self, values):
        self.values = values

    def __set_name__(self, enum_class, name):
        type.__delattr__(enum_class, name)
        for member_name, value in self.values.items():
            _add_member(enum_class, member_name, value)


def _add_member(cls, name, value):
    args = value if isinstance(value, tuple) else (value,)
    if cls._member_type_ is tuple:
        # Not several arguments of one value, but one.
        args = (args,)
    made = cls._new_member_(cls, *args) if cls._use_args_ else cls._new_member_(cls)
    if not hasattr(made, '_value_'):
        if cls._member_type_ is object:
            made._value_ = value
        else:
            try:
                made._value_ = cls._member_type_(*args)
            except Exception as error:
                raise TypeError('_value_ not set in __new__, unable to create it') from error
    value = made._value_
    made._name_ = name
    made.__objclass__ = cls
    made.__init__(*args)
    made._sort_order_ = len(cls._member_names_)
    is_flag = Flag is not None and issubclass(cls, Flag)
    if is_flag:
        mask = cls._flag_mask_
        mask |= value
        cls._flag_mask_ = mask
        if _is_single_bit(value):
            cls._singles_mask_ |= value
        cls._all_bits_ = 2 ** mask.bit_length() - 1
    canonical = _find_by_value(cls, value)
    if canonical is not _absent:
        made = canonical
    elif not is_flag or _is_single_bit(value):
        cls._member_names_.append(name)
    _bind(cls, name, made)
    cls._member_map_[name] = made
    try:
        cls._value2member_map_.setdefault(value, made)
    except TypeError:
        # Not hashable: found by comparison.
        pass


def _find_by_value(cls, value):
    try:
        return cls._value2member_map_.get(value, _absent)
    except TypeError:
        for found in cls._member_map_.values():
            if found._value_ == value:
                return found
        return _absent


def _bind(cls, name, made):
    for base in cls.__mro__[1:]:
        found = base.__dict__.get(name)
        if isinstance(found, (property, DynamicClassAttribute)):
            redirect = property(found.fget, found.fset, found.fdel)
            redirect.member = made
            redirect.__set_name__(cls, name)
            type.__setattr__(cls, name, redirect)
            return
    type.__setattr__(cls, name, made)


class EnumType(type):
    """Metaclass for Enum."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = _EnumDict(cls)
        _, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            namespace['_generate_next_value_'] = getattr(first_enum, '_generate_next_value_', None)
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if _simple:
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        ignore = classdict.setdefault('_ignore_', [])
        ignore.append('_ignore_')
        for name in ignore:
            classdict.pop(name, None)
        names = classdict._member_names
        invalid = [name for name in names if name in ('mro', '')]
        if invalid:
            raise ValueError(
                'invalid enum member name(s) %s' % ','.join(repr(name) for name in invalid)
            )
        order = classdict.pop('_order_', None)
        gnv = classdict.get('_generate_next_value_')
        if gnv is not None and type(gnv) is not staticmethod:
            dict.__setitem__(classdict, '_generate_next_value_', staticmethod(gnv))

        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new, save_new, use_args = metacls._find_new_(classdict, member_type, first_enum)
        namespace = dict(classdict)
        values = {name: namespace.pop(name) for name in names}
        namespace['_new_member_'] = new
        namespace['_use_args_'] = use_args
        namespace['_member_names_'] = []
        namespace['_member_map_'] = {}
        namespace['_value2member_map_'] = {}
        namespace['_member_type_'] = member_type
        namespace['_value_repr_'] = metacls._find_data_repr_(cls, bases)
        namespace['_boundary_'] = boundary or getattr(first_enum, '_boundary_', None)
        namespace['_flag_mask_'] = 0
        namespace['_singles_mask_'] = 0
        namespace['_all_bits_'] = 0
        namespace['_inverted_'] = None
        namespace['_member_maker_'] = _MemberMaker(values)
        failure = None
        try:
            enum_class = super().__new__(metacls, cls, bases, namespace, **kwds)
        except RuntimeError as error:
            # What a member's __new__ raised arrives inside of another exception.
            failure = error.__cause__ or error
        if failure is not None:
            raise failure
        _adopt_methods(enum_class, bases, classdict, member_type, first_enum)
        if save_new:
            enum_class.__new_member__ = new
        if Enum is not None:
            enum_class.__new__ = Enum.__new__
        if order is not None:
            _check_order(enum_class, order)
        if Flag is not None and issubclass(enum_class, Flag):
            values = [item._value_ for item in enum_class]
            if values != sorted(values):
                enum_class._iter_member_ = enum_class._iter_member_by_def_
        return enum_class

    def __bool__(cls):
        """Classes are true."""
        return True

    def __call__(
        cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None
    ):
        """Either returns an existing member, or creates a new enum class."""
        if names is None:
            return cls.__new__(cls, value)
        return cls._create_(
            value, names, module=module, qualname=qualname, type=type, start=start,
            boundary=boundary,
        )

    def __contains__(cls, value):
        """Whether this is a member of the enumeration."""
        if not isinstance(value, Enum):
            _warn(
                'in 3.12 __contains__ will no longer raise TypeError, but will return True or\n'
                'False depending on whether the value is a member or the value of a member',
                2,
            )
            raise TypeError(
                "unsupported operand type(s) for 'in': '%s' and '%s'"
                % (type(value).__qualname__, cls.__class__.__qualname__)
            )
        return isinstance(value, cls) and value._name_ in cls._member_map_

    def __delattr__(cls, name):
        if name in cls._member_map_:
            raise AttributeError('%r cannot delete member %r.' % (cls.__name__, name))
        super().__delattr__(name)

    def __setattr__(cls, name, value):
        """Members cannot be assigned anew."""
        if name in cls.__dict__.get('_member_map_', ()):
            raise AttributeError('cannot reassign member %r' % (name,))
        super().__setattr__(name, value)

    def __getattr__(cls, name):
        """Return the member of a name."""
        if _is_dunder(name):
            raise AttributeError(name)
        try:
            return cls._member_map_[name]
        except KeyError:
            raise AttributeError(name) from None

    def __dir__(cls):
        names = {
            '__class__', '__contains__', '__doc__', '__getitem__', '__init_subclass__',
            '__iter__', '__len__', '__members__', '__module__', '__name__', '__qualname__',
        }
        names.update(cls._member_names_)
        if cls._member_type_ is not object:
            names.add('__new__')
            names.update(dir(cls._member_type_))
        elif cls._use_args_:
            names.add('__new__')
        return sorted(names)

    def __getitem__(cls, name):
        """Return the member of a name."""
        return cls._member_map_[name]

    def __iter__(cls):
        """Return an iterator over the members, in the order of their definition."""
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        """Return how many members there are, without aliases."""
        return len(cls._member_names_)

    def __reversed__(cls):
        """Return an iterator over the members from the last to the first."""
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    @_property
    def __members__(cls):
        """A read-only view of the mapping from names, with aliases, to members."""
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        kind = 'flag' if Flag is not None and issubclass(cls, Flag) else 'enum'
        return '<%s %r>' % (kind, cls.__name__)

    def _create_(
        cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None
    ):
        """A new class from a string, a sequence of names or of pairs, or a mapping."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        _, first_enum = cls._get_mixins_(class_name, bases)
        namespace = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            pairs, last_values = [], []
            for count, name in enumerate(names):
                value = first_enum._generate_next_value_(name, start, count, last_values[:])
                last_values.append(value)
                pairs.append((name, value))
            names = pairs
        for item in names:
            if isinstance(item, str):
                name, value = item, names[item]
            else:
                name, value = item
            namespace[name] = value
        if module is None:
            module = _caller_module(3)
        if module is not None:
            namespace['__module__'] = module
        if qualname is not None:
            namespace['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """A new class from the matching global names of a module."""
        target = sys.modules[module].__dict__
        source = target if source is None else source.__dict__
        found = [(key, value) for key, value in source.items() if filter(key)]
        try:
            found.sort(key=lambda pair: (pair[1], pair[0]))
        except TypeError:
            found.sort(key=lambda pair: pair[0])
        made = cls(name, found, module=module, boundary=boundary or KEEP)
        if as_global:
            global_enum(made)
        else:
            target.update(made.__members__)
        target[name] = made
        return made

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError('<enum %r> cannot extend %r' % (class_name, base))

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        """The type of the members' values and the enumeration that is extended."""
        if not bases:
            return object, None
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError(
                'new enumerations should be created as '
                '`EnumName([mixin_type, ...] [data_type,] enum_type)`'
            )
        return mcls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                if '__repr__' in base.__dict__:
                    params = base.__dict__.get('__dataclass_params__')
                    if params is not None and params.repr:
                        return _dataclass_repr
                    return base.__dict__['__repr__']
        return None

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        found = []
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        candidate = base._member_type_
                        if candidate not in found:
                            found.append(candidate)
                        break
                elif '__new__' in base.__dict__ or '__dataclass_fields__' in base.__dict__:
                    candidate = candidate or base
                    if candidate not in found:
                        found.append(candidate)
                    break
                else:
                    candidate = candidate or base
        if len(found) > 1:
            raise TypeError(
                'too many data types for %r: {%s}' % (class_name, ', '.join(map(repr, found)))
            )
        return found[0] if found else None

    @classmethod
    def _find_new_(mcls, classdict, member_type, first_enum):
        """The function that makes members, whether to keep it, whether it takes arguments."""
        new = classdict.get('__new__')
        save = first_enum is not None and new is not None
        if new is None:
            plain = [None, object.__new__]
            if Enum is not None:
                plain.append(Enum.__new__)
            for method in ('__new_member__', '__new__'):
                for possible in (member_type, first_enum):
                    found = getattr(possible, method, None)
                    if found is not None and found not in plain:
                        new = found
                        break
                if new is not None:
                    break
            else:
                new = object.__new__
        elif isinstance(new, staticmethod):
            new = new.__func__
        use_args = not (first_enum is None or new == object.__new__ or new == Enum.__new__)
        return new, save, use_args


EnumMeta = EnumType


def _dataclass_repr(self):
    fields = self.__dataclass_fields__
    return ', '.join('%s=%r' % (name, getattr(self, name)) for name in fields if fields[name].repr)


def _adopt_methods(cls, bases, classdict, member_type, first_enum):
    """Give a class the methods of Enum where those of its data type would win."""
    own = set(classdict)
    if ReprEnum is not None and ReprEnum in bases:
        if member_type is object:
            raise TypeError(
                'ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)'
            )
        if '__format__' not in own:
            cls.__format__ = member_type.__format__
            own.add('__format__')
        if '__str__' not in own:
            text = member_type.__str__
            cls.__str__ = member_type.__repr__ if text == object.__str__ else text
            own.add('__str__')
    for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
        if name in own or first_enum is None:
            continue
        found = getattr(cls, name, None)
        if found in (getattr(member_type, name, None), getattr(object, name, None)):
            setattr(cls, name, getattr(first_enum, name))
    if Flag is not None and issubclass(cls, Flag):
        for name in (
            '__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__',
        ):
            if name not in own:
                setattr(cls, name, getattr(Flag, name))


def _check_order(cls, order):
    if isinstance(order, str):
        order = order.replace(',', ' ').split()
    mapped = cls._member_map_
    if Flag is not None and issubclass(cls, Flag):
        order = [n for n in order if n not in mapped or _is_single_bit(mapped[n]._value_)]
    # An alias may be named, where it is no member of its own.
    order = [n for n in order if n not in mapped or n in cls._member_names_]
    if order != cls._member_names_:
        raise TypeError(
            'member order does not match _order_:\n  %r\n  %r' % (cls._member_names_, order)
        )


def _caller_module(depth):
    try:
        return sys._getframe(depth).f_globals['__name__']
    except (AttributeError, ValueError, KeyError):
        return None


def _warn(message, level):
    import warnings
    warnings.warn(message, DeprecationWarning, stacklevel=level + 1)


class Enum(metaclass=EnumType):
    """Create a collection of name/value pairs."""

    def __new__(cls, value):
        # Members are made by _add_member(); here they are only found.
        if type(value) is cls:
            return value
        found = _find_by_value(cls, value)
        if found is not _absent:
            return found
        if not cls._member_map_:
            raise TypeError('%r has no members defined' % cls)
        try:
            failure = None
            result = cls._missing_(value)
        except Exception as error:
            failure = error
            result = None
        if isinstance(result, cls):
            return result
        if (
            Flag is not None
            and issubclass(cls, Flag)
            and cls._boundary_ is EJECT
            and isinstance(result, int)
        ):
            return result
        invalid = ValueError('%r is not a valid %s' % (value, cls.__qualname__))
        if failure is None:
            if result is None:
                raise invalid
            failure = TypeError(
                'error in %s._missing_: returned %r instead of None or a valid member'
                % (cls.__name__, result)
            )
        if not isinstance(failure, ValueError):
            failure.__context__ = invalid
        raise failure

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value of auto(): one more than the greatest so far."""
        if not last_values:
            return start
        try:
            return sorted(last_values)[-1] + 1
        except TypeError:
            pass
        _warn(
            'In 3.13 the default `auto()`/`_generate_next_value_` will require all values to be '
            'sortable and support adding +1\n'
            'and the value returned will be the largest value in the enum incremented by 1',
            5,
        )
        for value in reversed(last_values):
            try:
                return value + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        return '<%s.%s: %s>' % (self.__class__.__name__, self._name_, show(self._value_))

    def __str__(self):
        return '%s.%s' % (self.__class__.__name__, self._name_)

    def __dir__(self):
        """The list of public names for dir()."""
        names = {'__class__', '__doc__', '__eq__', '__hash__', '__module__', 'name', 'value'}
        if self.__class__._member_type_ is not object:
            names.update(dir(self.__class__._member_type_))
        names.update(name for name in getattr(self, '__dict__', ()) if name[:1] != '_')
        for cls in self.__class__.mro():
            for name, value in cls.__dict__.items():
                if name[:1] == '_':
                    continue
                if name not in self._member_map_:
                    names.add(name)
                elif isinstance(value, property) and value.fget is not None:
                    names.add(name)
                else:
                    names.discard(name)
        return sorted(names)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        """The name of the Enum member."""
        return self._name_

    @property
    def value(self):
        """The value of the Enum member."""
        return self._value_


class ReprEnum(Enum):
    """Only changes the repr(), leaving str() and format() to the mixed-in type."""


class IntEnum(int, ReprEnum):
    """Enum where members are also (and must be) ints."""


class StrEnum(str, ReprEnum):
    """Enum where members are also (and must be) strings."""

    def __new__(cls, *values):
        """Make a member; values must be str."""
        if len(values) > 3:
            raise TypeError('too many arguments for str(): %r' % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError('%r is not a string' % (values[0],))
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError('encoding must be a string, not %r' % (values[1],))
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError('errors must be a string, not %r' % (values[2],))
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value of auto(): the name in lower case."""
        return name.lower()


def pickle_by_global_name(self, proto):
    """A member is pickled as a global name of its module."""
    return self.name


def pickle_by_enum_name(self, proto):
    """A member is pickled as a name of its class."""
    return getattr, (self.__class__, self._name_)


class FlagBoundary(StrEnum):
    """What becomes of values that are out of a flag's range.

    "strict" raises ValueError, "conform" drops the invalid bits, "eject" gives a plain
    integer, and "keep" keeps the bits.
    """

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    """Support for flags."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value of auto(): the next power of two."""
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            bit = _high_bit(last)
        except Exception:
            raise TypeError('invalid flag value %r' % last) from None
        return 2 ** (bit + 1)

    @classmethod
    def _iter_member_by_value_(cls, value):
        """The members that a value contains, the lowest bit first."""
        for bit in _iter_bits_lsb(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        """The members that a value contains, in the order of their definition."""
        yield from sorted(cls._iter_member_by_value_(value), key=lambda item: item._sort_order_)

    @classmethod
    def _missing_(cls, value):
        """A member for a combination of bits, made on demand."""
        if not isinstance(value, int):
            raise ValueError('%r is not a valid %s' % (value, cls.__qualname__))
        mask, singles, every = cls._flag_mask_, cls._singles_mask_, cls._all_bits_
        negative = None
        if not ~every <= value <= every or value & (every ^ mask):
            if cls._boundary_ is STRICT:
                bits = max(value.bit_length(), mask.bit_length())
                raise ValueError(
                    '%r invalid value %r\n    given %s\n  allowed %s'
                    % (cls, value, bin(value, bits), bin(mask, bits))
                )
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif cls._boundary_ is not KEEP:
                raise ValueError('%r unknown flag boundary %r' % (cls, cls._boundary_))
            elif value < 0:
                value += max(every + 1, 2 ** value.bit_length())
        if value < 0:
            negative = value
            value += every + 1
        unknown = value & ~mask
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError(
                '%s(%r) -->  unknown values %r [%s]' % (cls.__name__, value, unknown, bin(unknown))
            )
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        if not hasattr(made, '_value_'):
            made._value_ = value
        made._name_ = cls._combined_name(value, value & singles, value & ~singles)
        made = cls._value2member_map_.setdefault(value, made)
        if negative is not None:
            cls._value2member_map_[negative] = made
        return made

    @classmethod
    def _combined_name(cls, value, single, others):
        members = list(cls._iter_member_(single))
        combined = 0
        for item in members:
            combined |= item._value_
        if others:
            for item in cls._member_map_.values():
                bits = item._value_
                if item not in members and bits and bits & value == bits:
                    members.append(item)
                    combined |= bits
        if not combined:
            return None
        name = '|'.join([item._name_ for item in members])
        unknown = value ^ combined
        if unknown:
            if cls._boundary_ is STRICT:
                raise ValueError('%r: no members with value %r' % (cls, unknown))
            name += '|%s' % cls._numeric_repr_(unknown)
        return name

    def __contains__(self, other):
        """Returns True if self has at least the same flags set as other."""
        if not isinstance(other, self.__class__):
            raise TypeError(
                "unsupported operand type(s) for 'in': %r and %r"
                % (type(other).__qualname__, self.__class__.__qualname__)
            )
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        """Returns flags in definition order."""
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        if self._name_ is None:
            return '<%s: %s>' % (self.__class__.__name__, show(self._value_))
        return '<%s.%s: %s>' % (self.__class__.__name__, self._name_, show(self._value_))

    def __str__(self):
        if self._name_ is None:
            return '%s(%r)' % (self.__class__.__name__, self._value_)
        return '%s.%s' % (self.__class__.__name__, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _bits_of(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return NotImplemented

    def __or__(self, other):
        bits = self._bits_of(other)
        if bits is NotImplemented:
            return NotImplemented
        return self.__class__(self._value_ | bits)

    def __and__(self, other):
        bits = self._bits_of(other)
        if bits is NotImplemented:
            return NotImplemented
        return self.__class__(self._value_ & bits)

    def __xor__(self, other):
        bits = self._bits_of(other)
        if bits is NotImplemented:
            return NotImplemented
        return self.__class__(self._value_ ^ bits)

    def __invert__(self):
        if self._inverted_ is None:
            if self._boundary_ in (EJECT, KEEP):
                self._inverted_ = self.__class__(~self._value_)
            else:
                self._inverted_ = self.__class__(self._singles_mask_ & ~self._value_)
        return self._inverted_

    __rand__ = __and__
    __ror__ = __or__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Support for integer-based Flags."""


from _enum_checks import (
    CONTINUOUS, NAMED_FLAGS, UNIQUE, EnumCheck, global_enum, global_enum_repr, global_flag_repr,
    global_str, unique, verify,
)
