"""Generic, Annotated's types, and annotations that are text.

A part of the module typing; _typing_alias imports it when its classes exist.
"""

import sys

from _typing_alias import (
    Union, _bind_parameters, _BuiltinAlias, _Final, _GenericAlias, _is_protocol_itself,
    _is_type_variable, _is_unpacked, _Joinable, _type_check, _type_convert, _type_repr,
    _UnionType, _collect_parameters, _unpack_args, TypeVarTuple,
)

# Users see these classes as the module's own.
__name__ = 'typing'


class ForwardRef(_Final, _Joinable, _root=True):
    """An annotation that is text, to be evaluated later."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f'Forward reference must be a string -- got {arg!r}')
        # An unpacked name is no expression by itself.
        text = f'({arg},)[0]' if arg[:1] == '*' else arg
        try:
            code = compile(text, '<string>', 'eval')
        except SyntaxError:
            raise SyntaxError(f'Forward reference must be an expression -- got {arg!r}') from None
        self.__forward_arg__ = arg
        self.__forward_code__ = code
        self.__forward_evaluated__ = False
        self.__forward_value__ = None
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns, recursive_guard=()):
        if self.__forward_arg__ in recursive_guard:
            return self
        if self.__forward_evaluated__ and localns is globalns:
            return self.__forward_value__
        if globalns is None and localns is None:
            globalns = localns = {}
        elif globalns is None:
            globalns = localns
        elif localns is None:
            localns = globalns
        if self.__forward_module__ is not None:
            module = sys.modules.get(self.__forward_module__)
            globalns = getattr(module, '__dict__', globalns)
        found = _type_check(
            eval(self.__forward_code__, globalns, localns),
            'Forward references must evaluate to types.',
            is_argument=self.__forward_is_argument__,
            allow_special_forms=self.__forward_is_class__,
        )
        self.__forward_value__ = _eval_type(
            found, globalns, localns, (*recursive_guard, self.__forward_arg__)
        )
        self.__forward_evaluated__ = True
        return self.__forward_value__

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return (
                self.__forward_arg__ == other.__forward_arg__
                and self.__forward_value__ == other.__forward_value__
            )
        return (
            self.__forward_arg__ == other.__forward_arg__
            and self.__forward_module__ == other.__forward_module__
        )

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __repr__(self):
        shown = ''
        if self.__forward_module__ is not None:
            shown = f', module={self.__forward_module__!r}'
        return f'ForwardRef({self.__forward_arg__!r}{shown})'


def _eval_type(annotation, globalns, localns, recursive_guard=()):
    """An annotation with its texts evaluated, also those within."""
    if isinstance(annotation, ForwardRef):
        return annotation._evaluate(globalns, localns, recursive_guard)
    builtin = _BuiltinAlias is not None and type(annotation) is _BuiltinAlias
    union = _UnionType is not None and isinstance(annotation, _UnionType)
    if not builtin and not union and not isinstance(annotation, _GenericAlias):
        return annotation
    args = annotation.__args__
    if builtin:
        args = tuple([ForwardRef(arg) if isinstance(arg, str) else arg for arg in args])
    found = tuple([_eval_type(arg, globalns, localns, recursive_guard) for arg in args])
    if found == annotation.__args__:
        return annotation
    if builtin:
        return _BuiltinAlias(annotation.__origin__, found)
    if union:
        return Union[found]
    return annotation.copy_with(found)


class _AnnotatedAlias(_GenericAlias, _root=True):
    """Annotated[origin, *metadata], whose only argument is the type."""

    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, origin)
        self.__metadata__ = metadata

    def copy_with(self, params):
        return _AnnotatedAlias(params[0], self.__metadata__)

    def __repr__(self):
        shown = ', '.join([repr(item) for item in self.__metadata__])
        return f'typing.Annotated[{_type_repr(self.__origin__)}, {shown}]'

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __mro_entries__(self, bases):
        return (self.__origin__,)


class Generic:
    """Abstract base class for generic types."""

    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, params):
        """Write the class with parameters."""
        if not isinstance(params, tuple):
            params = (params,)
        params = tuple([_type_convert(item) for item in params])
        if cls is not Generic and not _is_protocol_itself(cls):
            own = getattr(cls, '__parameters__', ())
            if not own:
                raise TypeError(f'{cls} is not a generic class')
            found = []
            for item, value in _bind_parameters(cls, own, _unpack_args(params)).items():
                if isinstance(item, TypeVarTuple):
                    found += value
                else:
                    found.append(value)
            return _GenericAlias(cls, tuple(found))
        if not params:
            raise TypeError(f'Parameter list to {cls.__qualname__}[...] cannot be empty')
        if not all(_is_type_variable(item) or _is_unpacked(item) for item in params):
            raise TypeError(
                f'Parameters to {cls.__name__}[...] must all be type variables '
                'or parameter specification variables.'
            )
        if len(set(params)) != len(params):
            raise TypeError(f'Parameters to {cls.__name__}[...] must all be unique')
        return _GenericAlias(cls, params)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get('__orig_bases__')
        if bases is None:
            plain = Generic in cls.__bases__ and cls.__name__ not in ('Protocol', 'TypedDict')
            plain = plain and type(cls).__name__ != '_TypedDictMeta'
        else:
            plain = Generic in bases
        if plain:
            raise TypeError('Cannot inherit from plain Generic')
        found = ()
        if bases is not None:
            found = _collect_parameters(bases)
            listed = None
            for base in bases:
                if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
                    if listed is not None:
                        raise TypeError('Cannot inherit from Generic[...] multiple times.')
                    listed = base.__parameters__
            if listed is not None:
                missing = ', '.join([str(item) for item in found if item not in listed])
                if missing:
                    shown = ', '.join([str(item) for item in listed])
                    raise TypeError(
                        f'Some type variables ({missing}) are not listed in Generic[{shown}]'
                    )
                found = listed
        cls.__parameters__ = found
