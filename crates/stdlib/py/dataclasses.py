"""Classes whose methods are made from the annotations of their fields."""

import sys
import types
from keyword import iskeyword

try:
    from types import GenericAlias
except ImportError:
    GenericAlias = None
from types import MappingProxyType

__all__ = [
    'dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING',
    'fields', 'asdict', 'astuple', 'make_dataclass', 'replace', 'is_dataclass',
]

_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'


class FrozenInstanceError(AttributeError):
    """Raised on an attempt to change a frozen instance."""


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return '<factory>'


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()


class _FieldKind:
    __slots__ = ('name',)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FieldKind('_FIELD')
_FIELD_CLASSVAR = _FieldKind('_FIELD_CLASSVAR')
_FIELD_INITVAR = _FieldKind('_FIELD_INITVAR')


class InitVar:
    """Annotation of what is a parameter of __init__ and __post_init__, but no field."""

    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type):
            name = self.type.__name__
        else:
            name = repr(self.type)
        return f'dataclasses.InitVar[{name}]'

    def __class_getitem__(cls, type):
        """Write the class with parameters."""
        return InitVar(type)


class Field:
    """What is known of one field; made by field() only."""

    __slots__ = (
        'name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare',
        'metadata', 'kw_only', '_field_type',
    )

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        shown = ','.join([f'{name}={getattr(self, name)!r}' for name in _SHOWN])
        return f'Field({shown})'

    def __set_name__(self, owner, name):
        # The default may be a descriptor that wants to know its name.
        hook = getattr(type(self.default), '__set_name__', None)
        if hook:
            hook(self.default, owner, name)

    def __class_getitem__(cls, parameters):
        """Write the class with parameters."""
        return GenericAlias(cls, parameters)


_SHOWN = (
    'name', 'type', 'default', 'default_factory', 'init', 'repr', 'hash', 'compare', 'metadata',
    'kw_only', '_field_type',
)


class _DataclassParams:
    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen')

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen

    def __repr__(self):
        shown = ','.join([f'{name}={getattr(self, name)!r}' for name in self.__slots__])
        return f'_DataclassParams({shown})'


def field(
    *, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
    metadata=None, kw_only=MISSING
):
    """Describe a field of a dataclass."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _is_classvar(annotation):
    typing = sys.modules.get('typing')
    if typing is None:
        return False
    return annotation is typing.ClassVar or (
        type(annotation) is typing._GenericAlias and annotation.__origin__ is typing.ClassVar
    )


def _is_initvar(annotation):
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation):
    return annotation is KW_ONLY


def _word(text):
    """The identifier at the start of a text, and what follows; blanks do not count."""
    text = text.lstrip()
    end = 0
    while end < len(text) and (text[end].isalnum() or text[end] == '_'):
        end += 1
    return text[:end], text[end:].lstrip()


def _text_means(text, cls, module, test):
    """Whether an annotation that is text names, as the class's module sees it, something
    of `module` that passes the test. Nothing is evaluated."""
    name, rest = _word(text)
    if not name:
        return False
    own = sys.modules.get(cls.__module__)
    if own is None:
        return False
    if rest.startswith('.'):
        if own.__dict__.get(name) is not module:
            return False
        name, _ = _word(rest[1:])
        return bool(name) and test(module.__dict__.get(name))
    return test(own.__dict__.get(name))


def _annotated_as(annotation, cls, module, test):
    if test(annotation):
        return True
    return module is not None and isinstance(annotation, str) and _text_means(
        annotation, cls, module, test
    )


def _describe(cls, name, annotation, kw_only):
    """The Field for one annotation of a class."""
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        found = default
    else:
        if isinstance(default, getattr(types, 'MemberDescriptorType', ())):
            # An entry of __slots__ is no default.
            default = MISSING
        found = field(default=default)
    found.name = name
    found.type = annotation
    found._field_type = _FIELD
    if _annotated_as(annotation, cls, sys.modules.get('typing'), _is_classvar):
        found._field_type = _FIELD_CLASSVAR
    elif _annotated_as(annotation, cls, sys.modules.get(__name__), _is_initvar):
        found._field_type = _FIELD_INITVAR
    if found._field_type is not _FIELD and found.default_factory is not MISSING:
        raise TypeError(f'field {name} cannot have a default factory')
    if found._field_type is not _FIELD_CLASSVAR:
        if found.kw_only is MISSING:
            found.kw_only = kw_only
    elif found.kw_only is not MISSING:
        raise TypeError(f'field {name} is a ClassVar but specifies kw_only')
    if found._field_type is _FIELD and found.default.__class__.__hash__ is None:
        raise ValueError(
            f'mutable default {type(found.default)} for field '
            f'{name} is not allowed: use default_factory'
        )
    return found


class _Source:
    """The text of the methods of one class, compiled together."""

    def __init__(self, cls):
        self.cls = cls
        self.lines = []
        self.values = {}
        self.annotations = {}

    def method(self, name, parameters, body, annotations=None):
        self.lines.append(f'  def {name}({", ".join(parameters)}):')
        self.lines += ['    ' + line for line in body]
        self.annotations[name] = annotations

    def build(self):
        """The functions, by name."""
        if not self.annotations:
            return {}
        names = ', '.join(self.annotations)
        text = '\n'.join([
            f'def __create_fn__({", ".join(self.values)}):',
            *self.lines,
            f'  return ({names},)',
        ])
        module = sys.modules.get(self.cls.__module__)
        namespace = {}
        exec(text, {} if module is None else module.__dict__, namespace)
        made = namespace['__create_fn__'](**self.values)
        result = {}
        for function, (name, annotations) in zip(made, self.annotations.items()):
            function.__qualname__ = f'{self.cls.__qualname__}.{name}'
            if annotations is not None:
                function.__annotations__ = annotations
            result[name] = function
        return result


def _parameter(item):
    if item.default is not MISSING or item.default_factory is not MISSING:
        return f'{item.name}=__dataclass_default_{item.name}__'
    return item.name


def _write_init(source, all_fields, positional, keyword_only, frozen, slots):
    optional = False
    for item in positional:
        if item.default is not MISSING or item.default_factory is not MISSING:
            optional = True
        elif optional:
            raise TypeError(f'non-default argument {item.name!r} follows default argument')
    values = source.values
    values['__dataclass_HAS_DEFAULT_FACTORY__'] = _HAS_DEFAULT_FACTORY
    values['__dataclass_set__'] = object.__setattr__
    me = '__dataclass_self__' if any(item.name == 'self' for item in all_fields) else 'self'
    body = []
    for item in all_fields:
        name = item.name
        default = f'__dataclass_default_{name}__'
        factory = f'__dataclass_factory_{name}__'
        value = None
        if item.default_factory is not MISSING:
            values[factory] = item.default_factory
            values[default] = _HAS_DEFAULT_FACTORY
            value = f'{factory}()'
            if item.init:
                value += f' if {name} is __dataclass_HAS_DEFAULT_FACTORY__ else {name}'
        else:
            if item.default is not MISSING:
                values[default] = item.default
            if item.init:
                value = name
            elif slots and item.default is not MISSING:
                value = default
        if value is None or item._field_type is _FIELD_INITVAR:
            continue
        if frozen:
            body.append(f'__dataclass_set__({me}, {name!r}, {value})')
        else:
            body.append(f'{me}.{name} = {value}')
    if hasattr(source.cls, '__post_init__'):
        extra = [item.name for item in all_fields if item._field_type is _FIELD_INITVAR]
        body.append(f'{me}.__post_init__({", ".join(extra)})')
    parameters = [me, *map(_parameter, positional)]
    if keyword_only:
        parameters += ['*', *map(_parameter, keyword_only)]
    annotations = {item.name: item.type for item in positional}
    annotations.update({item.name: item.type for item in keyword_only})
    annotations['return'] = None
    source.method('__init__', parameters, body or ['pass'], annotations)


def _tuple_text(me, names):
    return '(' + ''.join([f'{me}.{name},' for name in names]) + ')'


def _write_comparison(source, name, operator, names):
    source.method(name, ['self', 'other'], [
        'if other.__class__ is self.__class__:',
        f'  return {_tuple_text("self", names)} {operator} {_tuple_text("other", names)}',
        'return NotImplemented',
    ])


# The instances whose repr() is under way: one that contains itself is shown as dots.
_showing = {}


def _recursive_repr(function):
    def wrapper(self):
        key = id(self)
        if key in _showing:
            return '...'
        _showing[key] = True
        try:
            return function(self)
        finally:
            del _showing[key]

    wrapper.__name__ = function.__name__
    wrapper.__qualname__ = function.__qualname__
    wrapper.__module__ = function.__module__
    wrapper.__wrapped__ = function
    return wrapper


def _frozen_methods(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot assign to field {name!r}')
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot delete field {name!r}')
        super(cls, self).__delattr__(name)

    for function in (__setattr__, __delattr__):
        function.__qualname__ = f'{cls.__qualname__}.{function.__name__}'
        function.__module__ = cls.__module__
    return __setattr__, __delattr__


def _annotation_text(annotation):
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, type) and type(annotation) is not GenericAlias:
        if annotation.__module__ == 'builtins':
            return annotation.__qualname__
        return f'{annotation.__module__}.{annotation.__qualname__}'
    return repr(annotation)


def _signature_text(cls, positional, keyword_only):
    def text(item):
        shown = f'{item.name}: {_annotation_text(item.type)}'
        if item.default is not MISSING:
            shown += f' = {item.default!r}'
        elif item.default_factory is not MISSING:
            shown += ' = <factory>'
        return shown

    parts = [text(item) for item in positional]
    if keyword_only:
        parts += ['*', *map(text, keyword_only)]
    return f'{cls.__name__}({", ".join(parts)})'


def _hash_action(cls, unsafe_hash, eq, frozen):
    """What becomes of __hash__: 'make' it, 'none', 'refuse', or '' for nothing."""
    own = cls.__dict__.get('__hash__', MISSING)
    # A class with __eq__ got its None from the interpreter.
    explicit = not (own is MISSING or (own is None and '__eq__' in cls.__dict__))
    if unsafe_hash:
        return 'refuse' if explicit else 'make'
    if not eq or explicit:
        return ''
    return 'make' if frozen else 'none'


def _process_class(
    cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot
):
    found = {}
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen))
    frozen_base = any_base = False
    for base in cls.__mro__[-1:0:-1]:
        inherited = getattr(base, _FIELDS, None)
        if inherited is not None:
            any_base = True
            found.update({item.name: item for item in inherited.values()})
            if getattr(base, _PARAMS).frozen:
                frozen_base = True
    annotations = cls.__dict__.get('__annotations__', {})
    own = []
    seen_kw_only = False
    for name, annotation in annotations.items():
        if _annotated_as(annotation, cls, sys.modules.get(__name__), _is_kw_only):
            if seen_kw_only:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            seen_kw_only = kw_only = True
        else:
            own.append(_describe(cls, name, annotation, kw_only))
    for item in own:
        found[item.name] = item
        if isinstance(getattr(cls, item.name, None), Field):
            if item.default is MISSING:
                delattr(cls, item.name)
            else:
                setattr(cls, item.name, item.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    if any_base:
        if frozen_base and not frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if not frozen_base and frozen:
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    setattr(cls, _FIELDS, found)
    hash_action = _hash_action(cls, unsafe_hash, eq, frozen)
    if order and not eq:
        raise ValueError('eq must be true if order is true')

    real = [item for item in found.values() if item._field_type is _FIELD]
    arguments = [item for item in found.values() if item._field_type is not _FIELD_CLASSVAR]
    positional = [item for item in arguments if item.init and not item.kw_only]
    keyword_only = [item for item in arguments if item.init and item.kw_only]
    compared = [item.name for item in real if item.compare]
    source = _Source(cls)
    if init:
        _write_init(source, arguments, positional, keyword_only, frozen, slots)
    if repr and '__repr__' not in cls.__dict__:
        shown = ', '.join([f'{item.name}={{self.{item.name}!r}}' for item in real if item.repr])
        source.method('__repr__', ['self'], [
            'return self.__class__.__qualname__ + ' + f'f"({shown})"',
        ])
    if eq and '__eq__' not in cls.__dict__:
        _write_comparison(source, '__eq__', '==', compared)
    if order:
        for name, operator in (('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'), ('__ge__', '>=')):
            if name in cls.__dict__:
                raise TypeError(
                    f'Cannot overwrite attribute {name} in class {cls.__name__}. '
                    'Consider using functools.total_ordering'
                )
            _write_comparison(source, name, operator, compared)
    if frozen:
        for name in ('__setattr__', '__delattr__'):
            if name in cls.__dict__:
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}')
    if hash_action == 'refuse':
        raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
    if hash_action == 'make':
        hashed = [item.name for item in real if (item.compare if item.hash is None else item.hash)]
        source.method('__hash__', ['self'], [f'return hash({_tuple_text("self", hashed)})'])

    for name, function in source.build().items():
        setattr(cls, name, _recursive_repr(function) if name == '__repr__' else function)
    if frozen:
        cls.__setattr__, cls.__delattr__ = _frozen_methods(cls, [item.name for item in real])
    if hash_action == 'none':
        cls.__hash__ = None
    if not getattr(cls, '__doc__'):
        if init:
            cls.__doc__ = _signature_text(cls, positional, keyword_only)
        else:
            import inspect
            try:
                text = str(inspect.signature(cls)).replace(' -> None', '')
            except (TypeError, ValueError):
                # Some built-in types that it may be derived from show none.
                text = ''
            cls.__doc__ = cls.__name__ + text
    if match_args and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = tuple([item.name for item in positional])
    if slots:
        cls = _with_slots(cls, frozen, weakref_slot)
    elif weakref_slot:
        raise TypeError('weakref_slot is True but slots is False')
    if hasattr(cls, '__abstractmethods__'):
        import abc
        abc.update_abstractmethods(cls)
    return cls


def _with_slots(cls, frozen, weakref_slot):
    """A class like this one with __slots__, which only a new class can have."""
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    inherited = []
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get('__slots__', ())
        inherited += [slots] if isinstance(slots, str) else list(slots)
    namespace = dict(cls.__dict__)
    names = [item.name for item in fields(cls)]
    if weakref_slot:
        names.append('__weakref__')
    namespace['__slots__'] = tuple([name for name in names if name not in inherited])
    for name in names + ['__dict__', '__weakref__']:
        namespace.pop(name, None)
    qualname = cls.__qualname__
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = qualname
    if frozen:
        if '__getstate__' not in namespace:
            made.__getstate__ = _dataclass_getstate
        if '__setstate__' not in namespace:
            made.__setstate__ = _dataclass_setstate
    return made


def _dataclass_getstate(self):
    return [getattr(self, item.name) for item in fields(self)]


def _dataclass_setstate(self, state):
    for item, value in zip(fields(self), state):
        object.__setattr__(self, item.name, value)


def dataclass(
    cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
    match_args=True, kw_only=False, slots=False, weakref_slot=False
):
    """Add special methods, made from the annotations, to a class."""
    def wrap(cls):
        return _process_class(
            cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
            weakref_slot,
        )
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    """A tuple of the fields of a dataclass, or of an instance of one."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple([item for item in found.values() if item._field_type is _FIELD])


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Whether this is a dataclass, or an instance of one."""
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, _FIELDS)


_ATOMIC = (int, str, float, bool, type(None), type(...), type(NotImplemented))


def _copied(value, convert):
    """A deep copy in which `convert` takes the place of each dataclass."""
    if type(value) in _ATOMIC:
        return value
    if _is_instance(value):
        return convert(value)
    if isinstance(value, tuple) and hasattr(value, '_fields'):
        return type(value)(*[_copied(item, convert) for item in value])
    if isinstance(value, (list, tuple)):
        return type(value)([_copied(item, convert) for item in value])
    if isinstance(value, dict):
        return type(value)(
            [(_copied(key, convert), _copied(item, convert)) for key, item in value.items()]
        )
    import copy
    return copy.deepcopy(value)


def asdict(obj, *, dict_factory=dict):
    """The fields of an instance as a new dict, and so on for what they contain."""
    if not _is_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')

    def convert(obj):
        return dict_factory(
            [(item.name, _copied(getattr(obj, item.name), convert)) for item in fields(obj)]
        )
    return convert(obj)


def astuple(obj, *, tuple_factory=tuple):
    """The fields of an instance as a new tuple, and so on for what they contain."""
    if not _is_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')

    def convert(obj):
        return tuple_factory(
            [_copied(getattr(obj, item.name), convert) for item in fields(obj)]
        )
    return convert(obj)


def make_dataclass(
    cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
    unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False,
    weakref_slot=False
):
    """A new dataclass from names, pairs of name and type, or triples with a field()."""
    namespace = {} if namespace is None else namespace
    annotations = {}
    defaults = {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, 'typing.Any'
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, defaults[item[0]] = item
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in annotations:
            raise TypeError(f'Field name duplicated: {name!r}')
        annotations[name] = annotation

    def fill(body):
        body.update(namespace)
        body.update(defaults)
        body['__annotations__'] = annotations

    cls = types.new_class(cls_name, bases, {}, fill)
    return dataclass(
        cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
        match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot,
    )


def replace(obj, /, **changes):
    """A new instance of the same class, with some fields changed."""
    if not _is_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    for item in getattr(obj, _FIELDS).values():
        if item._field_type is _FIELD_CLASSVAR:
            continue
        if not item.init:
            if item.name in changes:
                raise ValueError(
                    f'field {item.name} is declared with init=False, '
                    'it cannot be specified with replace()'
                )
        elif item.name not in changes:
            if item._field_type is _FIELD_INITVAR and item.default is MISSING:
                raise ValueError(f'InitVar {item.name!r} must be specified with replace()')
            changes[item.name] = getattr(obj, item.name)
    return obj.__class__(**changes)
