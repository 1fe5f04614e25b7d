"""Support for type hints: annotated programs run, nothing is checked."""

import sys
import types
from abc import ABCMeta, abstractmethod

from _typing_alias import (
    Any, ClassVar, Concatenate, Final, ForwardRef, Generic, Literal, LiteralString, Never,
    NoReturn, NotRequired, Optional, ParamSpec, ParamSpecArgs, ParamSpecKwargs, Required, Self,
    TypeAlias, TypeGuard, TypeVar, TypeVarTuple, Union, Unpack, _AnnotatedAlias,
    _BaseGenericAlias, _BuiltinAlias, _caller, _CallableType, _eval_type, _GenericAlias,
    _is_param_expr, _is_unpacked, _NoneType, _SpecialForm, _SpecialGenericAlias, _TupleType,
    _type_check, _type_convert, _type_repr, _UnionType,
)

__all__ = [
    'Annotated', 'Any', 'Callable', 'ClassVar', 'Concatenate', 'Final', 'ForwardRef', 'Generic',
    'Literal', 'Optional', 'ParamSpec', 'Protocol', 'Tuple', 'Type', 'TypeVar', 'TypeVarTuple',
    'Union', 'AbstractSet', 'ByteString', 'Container', 'ContextManager', 'Hashable', 'ItemsView',
    'Iterable', 'Iterator', 'KeysView', 'Mapping', 'MappingView', 'MutableMapping',
    'MutableSequence', 'MutableSet', 'Sequence', 'Sized', 'ValuesView', 'Awaitable',
    'AsyncIterator', 'AsyncIterable', 'Coroutine', 'Collection', 'AsyncGenerator',
    'AsyncContextManager', 'Reversible', 'SupportsAbs', 'SupportsBytes', 'SupportsComplex',
    'SupportsFloat', 'SupportsIndex', 'SupportsInt', 'SupportsRound', 'ChainMap', 'Counter',
    'Deque', 'Dict', 'DefaultDict', 'List', 'OrderedDict', 'Set', 'FrozenSet', 'NamedTuple',
    'TypedDict', 'Generator', 'BinaryIO', 'IO', 'Match', 'Pattern', 'TextIO', 'AnyStr',
    'assert_never', 'assert_type', 'cast', 'clear_overloads', 'dataclass_transform', 'final',
    'get_args', 'get_origin', 'get_overloads', 'get_type_hints', 'is_typeddict', 'LiteralString',
    'Never', 'NewType', 'no_type_check', 'no_type_check_decorator', 'NoReturn', 'NotRequired',
    'overload', 'ParamSpecArgs', 'ParamSpecKwargs', 'Required', 'reveal_type',
    'runtime_checkable', 'Self', 'Text', 'TYPE_CHECKING', 'TypeAlias', 'TypeGuard', 'Unpack',
]

Text = str
TYPE_CHECKING = False
T = TypeVar('T')
T_co = TypeVar('T_co', covariant=True)
AnyStr = TypeVar('AnyStr', bytes, str)

Tuple = _TupleType(tuple, -1, inst=False, name='Tuple')
List = _SpecialGenericAlias(list, 1, inst=False, name='List')
Dict = _SpecialGenericAlias(dict, 2, inst=False, name='Dict')
Set = _SpecialGenericAlias(set, 1, inst=False, name='Set')
FrozenSet = _SpecialGenericAlias(frozenset, 1, inst=False, name='FrozenSet')
Type = _SpecialGenericAlias(type, 1, inst=False, name='Type')

# Aliases that are made when they are first asked for, so that annotations which do not use
# them do not load their modules: (module, class, number of parameters).
_LATER = {
    'Deque': ('collections', 'deque', 1),
    'DefaultDict': ('collections', 'defaultdict', 2),
    'OrderedDict': ('collections', 'OrderedDict', 2),
    'Counter': ('collections', 'Counter', 1),
    'ChainMap': ('collections', 'ChainMap', 2),
    'AbstractSet': ('collections.abc', 'Set', 1),
    'ContextManager': ('contextlib', 'AbstractContextManager', 1),
    'AsyncContextManager': ('contextlib', 'AbstractAsyncContextManager', 1),
    'Pattern': ('re', 'Pattern', 1),
    'Match': ('re', 'Match', 1),
    'Callable': ('collections.abc', 'Callable', 2),
}
for _names, _count in (
    ('Hashable Sized ByteString', 0),
    ('Awaitable AsyncIterator AsyncIterable Iterable Iterator Reversible Container Collection '
     'MutableSet Sequence MutableSequence MappingView KeysView ValuesView', 1),
    ('Mapping MutableMapping ItemsView AsyncGenerator', 2),
    ('Coroutine Generator', 3),
):
    for _name in _names.split():
        _LATER[_name] = ('collections.abc', _name, _count)
del _names, _name, _count


def __getattr__(name):
    if name not in _LATER:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    module, attribute, count = _LATER[name]
    origin = getattr(__import__(module, None, None, [attribute]), attribute)
    kind = _CallableType if name == 'Callable' else _SpecialGenericAlias
    made = kind(origin, count, name=name)
    globals()[name] = made
    return made


class Annotated:
    """Annotated[type, data, ...]: a type with data for other tools."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise TypeError('Type Annotated cannot be instantiated.')

    def __class_getitem__(cls, params):
        """Write the class with parameters."""
        if not isinstance(params, tuple) or len(params) < 2:
            raise TypeError(
                'Annotated[...] should be used with at least two arguments '
                '(a type and an annotation).'
            )
        if _is_unpacked(params[0]):
            raise TypeError('Annotated[...] should not be used with an unpacked TypeVarTuple')
        msg = 'Annotated[t, ...]: t must be a type.'
        return _AnnotatedAlias(
            _type_check(params[0], msg, allow_special_forms=True), tuple(params[1:])
        )

    def __init_subclass__(cls, *args, **kwargs):
        raise TypeError(f'Cannot subclass {cls.__module__}.Annotated')


_NO_MEMBERS = (
    '__parameters__', '__orig_bases__', '__orig_class__', '_is_protocol', '_is_runtime_protocol',
    '__abstractmethods__', '__annotations__', '__dict__', '__doc__', '__init__', '__module__',
    '__new__', '__slots__', '__subclasshook__', '__weakref__', '__class_getitem__',
)
# Abstract classes that a protocol may extend.
_PROTOCOL_BASES = {
    'collections.abc': (
        'Callable', 'Awaitable', 'Iterable', 'Iterator', 'AsyncIterable', 'Hashable', 'Sized',
        'Container', 'Collection', 'Reversible',
    ),
    'contextlib': ('AbstractContextManager', 'AbstractAsyncContextManager'),
}


def _protocol_members(cls):
    found = []
    for base in cls.__mro__[:-1]:
        if base.__name__ in ('Protocol', 'Generic'):
            continue
        for name in (*base.__dict__, *base.__dict__.get('__annotations__', ())):
            if not name.startswith('_abc_') and name not in _NO_MEMBERS and name not in found:
                found.append(name)
    return found


def _only_methods(cls):
    return all(callable(getattr(cls, name, None)) for name in _protocol_members(cls))


def _check_runtime(cls):
    # The machinery of abstract classes asks for its own purposes, which is allowed.
    if not getattr(cls, '_is_runtime_protocol', False) and _caller(3) not in ('abc', 'functools'):
        raise TypeError(
            'Instance and class checks can only be used with @runtime_checkable protocols'
        )


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if getattr(cls, '_is_protocol', False):
            _check_runtime(cls)
        if not getattr(cls, '_is_protocol', False) or _only_methods(cls):
            if issubclass(instance.__class__, cls):
                return True
        if cls._is_protocol:
            for name in _protocol_members(cls):
                if not hasattr(instance, name):
                    break
                if callable(getattr(cls, name, None)) and getattr(instance, name) is None:
                    break
            else:
                return True
        return super().__instancecheck__(instance)


def _protocol_hook(cls, other):
    if not cls.__dict__.get('_is_protocol', False):
        return NotImplemented
    # Abstract classes ask each other for their own purposes, which is allowed.
    internal = _caller(2) in ('abc', 'functools') and _caller(3) in ('abc', 'functools')
    if not getattr(cls, '_is_runtime_protocol', False):
        if internal:
            return NotImplemented
        raise TypeError(
            'Instance and class checks can only be used with @runtime_checkable protocols'
        )
    if not _only_methods(cls):
        if internal:
            return NotImplemented
        raise TypeError("Protocols with non-method members don't support issubclass()")
    if not isinstance(other, type):
        raise TypeError('issubclass() arg 1 must be a class')
    for name in _protocol_members(cls):
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
            if name in base.__dict__.get('__annotations__', ()) and (
                issubclass(other, Generic) and other._is_protocol
            ):
                break
        else:
            return NotImplemented
    return True


def _no_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    # A class that implements a protocol has the next __init__ there is.
    for base in type(self).__mro__:
        init = base.__dict__.get('__init__', _no_init)
        if init is not _no_init:
            type(self).__init__ = init
            break
    else:
        type(self).__init__ = object.__init__
    type(self).__init__(self, *args, **kwargs)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base class for protocol classes: what has the members is an instance."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get('_is_protocol', False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if '__subclasshook__' not in cls.__dict__:
            cls.__subclasshook__ = classmethod(_protocol_hook)
        if not cls._is_protocol:
            return
        for base in cls.__bases__:
            if base is object or base is Generic:
                continue
            if base.__name__ in _PROTOCOL_BASES.get(base.__module__, ()):
                continue
            if not (issubclass(base, Generic) and getattr(base, '_is_protocol', False)):
                raise TypeError('Protocols can only inherit from other protocols, got %r' % base)
        if '__init__' not in cls.__dict__:
            cls.__init__ = _no_init


def runtime_checkable(cls):
    """Mark a protocol class as one that isinstance() and issubclass() may use."""
    if not issubclass(cls, Generic) or not getattr(cls, '_is_protocol', False):
        raise TypeError(
            '@runtime_checkable can be only applied to protocol classes, got %r' % cls
        )
    cls._is_runtime_protocol = True
    return cls


@runtime_checkable
class SupportsInt(Protocol):
    """An ABC with one abstract method __int__."""

    __slots__ = ()

    @abstractmethod
    def __int__(self) -> int:
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    """An ABC with one abstract method __float__."""

    __slots__ = ()

    @abstractmethod
    def __float__(self) -> float:
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    """An ABC with one abstract method __complex__."""

    __slots__ = ()

    @abstractmethod
    def __complex__(self) -> 'complex':
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    """An ABC with one abstract method __bytes__."""

    __slots__ = ()

    @abstractmethod
    def __bytes__(self) -> bytes:
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    """An ABC with one abstract method __index__."""

    __slots__ = ()

    @abstractmethod
    def __index__(self) -> int:
        pass


@runtime_checkable
class SupportsAbs(Protocol[T_co]):
    """An ABC with one abstract method __abs__ that is covariant in its return type."""

    __slots__ = ()

    @abstractmethod
    def __abs__(self) -> T_co:
        pass


@runtime_checkable
class SupportsRound(Protocol[T_co]):
    """An ABC with one abstract method __round__ that is covariant in its return type."""

    __slots__ = ()

    @abstractmethod
    def __round__(self, ndigits=0) -> T_co:
        pass


class NewType:
    """NewType('UserId', int): a name for a type that checkers tell from it."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition('.')[2]
        self.__supertype__ = tp
        module = _caller()
        if module is not None and module != 'typing':
            self.__module__ = module

    def __call__(self, x, /):
        return x

    def __mro_entries__(self, bases):
        own = self.__name__

        class Refuse:
            def __init_subclass__(cls):
                name = cls.__name__
                raise TypeError(
                    'Cannot subclass an instance of NewType. Perhaps you were looking for: '
                    f'`{name} = NewType({name!r}, {own})`'
                )
        return (Refuse,)

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __reduce__(self):
        return self.__qualname__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


def _named_tuple(name, fields, defaults, module):
    from collections import namedtuple
    fields = {
        key: _type_check(value, f'field {key} annotation must be a type') for key, value in fields
    }
    made = namedtuple(name, fields, defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = fields
    return made


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError('can only inherit from a NamedTuple type and Generic')
        bases = tuple([tuple if base is _NamedTuple else base for base in bases])
        fields = ns.get('__annotations__', {})
        defaults = []
        for name in fields:
            if name in ns:
                defaults.append(name)
            elif defaults:
                raise TypeError(
                    f'Non-default namedtuple field {name} cannot follow default field'
                    f'{"s" if len(defaults) > 1 else ""} {", ".join(defaults)}'
                )
        made = _named_tuple(
            typename, fields.items(), [ns[name] for name in defaults], ns['__module__']
        )
        if bases != (tuple,):
            # Once more with all bases, which a class keeps.
            parts = {name: value for name, value in made.__dict__.items()
                     if name not in ('__dict__', '__weakref__')}
            if '__orig_bases__' in ns:
                parts['__orig_bases__'] = ns['__orig_bases__']
            made = type(typename, bases, parts)
        if Generic in bases:
            made.__class_getitem__ = classmethod(Generic.__class_getitem__.__func__)
        for key, value in ns.items():
            if key in (
                '__new__', '__init__', '__slots__', '__getnewargs__', '_fields',
                '_field_defaults', '_field_types', '_make', '_replace', '_asdict', '_source',
            ):
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + key)
            if key not in ('__name__', '__module__', '__annotations__') and key not in made._fields:
                setattr(made, key, value)
        if Generic in bases:
            made.__init_subclass__()
        return made


def NamedTuple(typename, fields=None, /, **kwargs):
    """Typed version of namedtuple: a base class, or a function of names and types."""
    if fields is None:
        fields = kwargs.items()
    elif kwargs:
        raise TypeError('Either list of fields or keywords can be provided to NamedTuple, not both')
    made = _named_tuple(typename, fields, (), _caller())
    made.__orig_bases__ = (NamedTuple,)
    return made


_NamedTuple = type.__new__(_NamedTupleMeta, 'NamedTuple', (), {})


def _named_tuple_bases(bases):
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _named_tuple_bases


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict base class')
        generic = (Generic,) if any(issubclass(base, Generic) for base in bases) else ()
        made = type.__new__(_TypedDictMeta, name, (*generic, dict), ns)
        msg = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        own = {
            key: _type_check(value, msg, module=made.__module__)
            for key, value in ns.get('__annotations__', {}).items()
        }
        annotations, required, optional = {}, [], []
        for base in bases:
            annotations.update(base.__dict__.get('__annotations__', {}))
            required += base.__dict__.get('__required_keys__', ())
            optional += base.__dict__.get('__optional_keys__', ())
        annotations.update(own)
        for key, value in own.items():
            origin = get_origin(value)
            if origin is Annotated:
                value = value.__args__[0]
                origin = get_origin(value)
            if origin is Required or total and origin is not NotRequired:
                required.append(key)
            else:
                optional.append(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        if not hasattr(made, '__total__'):
            made.__total__ = total
        return made

    def __call__(cls, *args, **kwargs):
        # An instance is a plain dict.
        return dict(*args, **kwargs)

    def __subclasscheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    """A dict with certain keys: a base class, or a function of names and types."""
    if fields is None:
        fields = kwargs
    elif kwargs:
        raise TypeError('TypedDict takes either a dict or keyword arguments, but not both')
    ns = {'__annotations__': dict(fields)}
    module = _caller()
    if module is not None:
        ns['__module__'] = module
    made = _TypedDictMeta(typename, (), ns, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})


def _typed_dict_bases(bases):
    return (_TypedDict,)


TypedDict.__mro_entries__ = _typed_dict_bases


def is_typeddict(tp):
    """Whether an annotation is a TypedDict class."""
    return isinstance(tp, _TypedDictMeta)


def cast(typ, val):
    """Return the value; a type checker takes it for one of the type."""
    return val


def assert_type(val, typ, /):
    """Return the value; a type checker confirms that it has the type."""
    return val


def assert_never(arg, /):
    """A line that a type checker shows to be unreachable."""
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + '...'
    raise AssertionError(f'Expected code to be unreachable, but got: {value}')


def reveal_type(obj, /):
    """Print the type of an object to the standard error, and return it."""
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj


def dataclass_transform(
    *, eq_default=True, order_default=False, kw_only_default=False, field_specifiers=(), **kwargs
):
    """Mark what makes classes like dataclasses."""
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            'eq_default': eq_default,
            'order_default': order_default,
            'kw_only_default': kw_only_default,
            'field_specifiers': field_specifiers,
            'kwargs': kwargs,
        }
        return cls_or_fn
    return decorator


def final(f):
    """Mark a method that is not to be overridden, or a class that is not to be extended."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    """Mark a function or class whose annotations are not type hints."""
    if isinstance(arg, type):
        for value in list(arg.__dict__.values()):
            if isinstance(value, (staticmethod, classmethod)):
                value = value.__func__
            if isinstance(value, types.FunctionType) and value.__qualname__.startswith(arg.__qualname__ + '.'):
                value.__no_type_check__ = True
            elif isinstance(value, type) and value.__qualname__.startswith(arg.__qualname__ + '.'):
                no_type_check(value)
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def no_type_check_decorator(decorator):
    """Give another decorator the effect of no_type_check()."""
    def wrapped_decorator(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))

    for name in ('__module__', '__name__', '__qualname__', '__doc__'):
        setattr(wrapped_decorator, name, getattr(decorator, name))
    wrapped_decorator.__wrapped__ = decorator
    return wrapped_decorator


# The overloads of each function by module and name, then by line.
_overloads = {}


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        'You should not call an overloaded function. '
        'A series of @overload-decorated functions '
        'outside a stub module should always be followed '
        'by an implementation that is not @overload-ed.'
    )


def overload(func):
    """Mark one of several signatures of the function that follows."""
    plain = getattr(func, '__func__', func)
    try:
        line = plain.__code__.co_firstlineno
        _overloads.setdefault((plain.__module__, plain.__qualname__), {})[line] = func
    except AttributeError:
        pass
    return _overload_dummy


def get_overloads(func):
    """The overloads of a function, in the order of definition."""
    plain = getattr(func, '__func__', func)
    return list(_overloads.get((plain.__module__, plain.__qualname__), {}).values())


def clear_overloads():
    """Forget all overloads."""
    _overloads.clear()


def get_origin(tp):
    """The generic type without its arguments: list for List[int]."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if _BuiltinAlias is not None and isinstance(tp, _BuiltinAlias):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if _UnionType is not None and isinstance(tp, _UnionType):
        return _UnionType
    return None


def get_args(tp):
    """The arguments of a generic type: (int,) for List[int]."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    builtin = _BuiltinAlias is not None and isinstance(tp, _BuiltinAlias)
    if builtin or isinstance(tp, _GenericAlias):
        args = tp.__args__
        origin = tp.__origin__
        if getattr(origin, '__name__', '') == 'Callable' and origin.__module__ == 'collections.abc':
            if not (len(args) == 2 and _is_param_expr(args[0])):
                args = (list(args[:-1]), args[-1])
        return args
    if _UnionType is not None and isinstance(tp, _UnionType):
        return tp.__args__
    return ()


def _strip(annotation):
    """An annotation without Annotated, Required and NotRequired."""
    if isinstance(annotation, _AnnotatedAlias):
        return _strip(annotation.__origin__)
    if hasattr(annotation, '__origin__') and annotation.__origin__ in (Required, NotRequired):
        return _strip(annotation.__args__[0])
    builtin = _BuiltinAlias is not None and type(annotation) is _BuiltinAlias
    union = _UnionType is not None and isinstance(annotation, _UnionType)
    if not (builtin or union or isinstance(annotation, _GenericAlias)):
        return annotation
    args = tuple([_strip(arg) for arg in annotation.__args__])
    if args == annotation.__args__:
        return annotation
    if builtin:
        return _BuiltinAlias(annotation.__origin__, args)
    return Union[args] if union else annotation.copy_with(args)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of an object, evaluated."""
    if getattr(obj, '__no_type_check__', None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            names = globalns
            if names is None:
                names = getattr(sys.modules.get(base.__module__), '__dict__', {})
            own = dict(base.__dict__) if localns is None else localns
            if localns is None and globalns is None:
                # The class's names come first, as in its body.
                names, own = own, names
            annotations = base.__dict__.get('__annotations__', {})
            for name, value in annotations.items():
                hints[name] = _evaluated(value, names, own, is_argument=False, is_class=True)
        return hints if include_extras else {name: _strip(t) for name, t in hints.items()}
    if globalns is None:
        if isinstance(obj, types.ModuleType):
            globalns = obj.__dict__
        else:
            inner = obj
            while hasattr(inner, '__wrapped__'):
                inner = inner.__wrapped__
            globalns = getattr(inner, '__globals__', {})
        if localns is None:
            localns = globalns
    elif localns is None:
        localns = globalns
    annotations = getattr(obj, '__annotations__', None)
    if annotations is None:
        if callable(obj) and hasattr(obj, '__name__'):
            return {}
        raise TypeError(f'{obj!r} is not a module, class, method, or function.')
    is_module = isinstance(obj, types.ModuleType)
    for name, value in annotations.items():
        hints[name] = _evaluated(value, globalns, localns, not is_module, False)
    return hints if include_extras else {name: _strip(t) for name, t in hints.items()}


def _evaluated(value, globalns, localns, is_argument, is_class):
    if value is None:
        value = _NoneType
    if isinstance(value, str):
        value = ForwardRef(value, is_argument=is_argument, is_class=is_class)
    return _eval_type(value, globalns, localns)


def _abstract(name):
    def method(self, *args):
        pass

    method.__name__ = name
    return abstractmethod(method)


def _stream(name, bases, doc, methods, properties):
    namespace = {'__slots__': (), '__doc__': doc, '__module__': 'typing'}
    for method in methods.split():
        namespace[method] = _abstract(method)
    for method in properties.split():
        namespace[method] = property(_abstract(method))
    return types.new_class(name, bases, {}, lambda body: body.update(namespace))


IO = _stream(
    'IO', (Generic[AnyStr],), 'Generic base class for TextIO and BinaryIO.',
    'close fileno flush isatty read readable readline readlines seek seekable tell truncate '
    'writable write writelines __enter__ __exit__',
    'mode name closed',
)
BinaryIO = _stream('BinaryIO', (IO[bytes],), 'Typed version of files of bytes.', '__enter__', '')
TextIO = _stream(
    'TextIO', (IO[str],), 'Typed version of text files.', '__enter__',
    'buffer encoding errors line_buffering newlines',
)
