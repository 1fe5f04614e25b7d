"""The call signatures of functions and other callables.

A part of the module inspect, which is the only one that imports it.
"""

import functools
import sys
import types
from enum import IntEnum
from keyword import iskeyword

from types import MappingProxyType

# Users see these classes as the module's own.
__name__ = 'inspect'

CO_VARARGS, CO_VARKEYWORDS = 4, 8


class _empty:
    """Marks what is not there."""


# What replace() does not change; _empty is a value it can set.
_keep = object()


class _ParameterKind(IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self._name_

    @property
    def description(self):
        return _DESCRIPTIONS[self.value]


_DESCRIPTIONS = (
    'positional-only', 'positional or keyword', 'variadic positional', 'keyword-only',
    'variadic keyword',
)
(
    _POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD,
) = _ParameterKind


def formatannotation(annotation, base_module=None):
    """An annotation as text, as short as it can be."""
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, getattr(types, 'GenericAlias', ())):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return annotation.__module__ + '.' + annotation.__qualname__
    return repr(annotation)


class Parameter:
    """One parameter of a signature."""

    __slots__ = ('_name', '_kind', '_default', '_annotation')

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f'value {kind!r} is not a valid Parameter.kind') from None
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(
                f'{self._kind.description} parameters cannot have default values'
            )
        self._default = default
        self._annotation = annotation
        if name is _empty:
            raise ValueError('name is a required attribute for Parameter')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        if name[:1] == '.' and name[1:].isdigit():
            # The iterable of a comprehension, whose name no program can write.
            if self._kind is not _POSITIONAL_OR_KEYWORD:
                raise ValueError(
                    'implicit arguments must be passed as positional or keyword arguments, '
                    f'not {self._kind.description}'
                )
            self._kind = _POSITIONAL_ONLY
            name = 'implicit' + name[1:]
        reserved = iskeyword(name) and self._kind is not _POSITIONAL_ONLY
        if reserved or not name.isidentifier():
            raise ValueError(f'{name!r} is not a valid parameter name')
        self._name = name

    @property
    def name(self):
        return self._name

    @property
    def default(self):
        return self._default

    @property
    def annotation(self):
        return self._annotation

    @property
    def kind(self):
        return self._kind

    def replace(self, *, name=_keep, kind=_keep, annotation=_keep, default=_keep):
        """A copy with some attributes changed."""
        return type(self)(
            self._name if name is _keep else name,
            self._kind if kind is _keep else kind,
            default=self._default if default is _keep else default,
            annotation=self._annotation if annotation is _keep else annotation,
        )

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += f': {formatannotation(self._annotation)}'
            if self._default is not _empty:
                text += f' = {self._default!r}'
        elif self._default is not _empty:
            text += f'={self._default!r}'
        if self._kind is _VAR_POSITIONAL:
            return '*' + text
        if self._kind is _VAR_KEYWORD:
            return '**' + text
        return text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def _key(self):
        return (self._name, self._kind, self._default, self._annotation)

    def __hash__(self):
        return hash(self._key())

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Parameter):
            return NotImplemented
        return self._key() == other._key()


class BoundArguments:
    """The result of Signature.bind(): a value for each parameter that got one."""

    __slots__ = ('arguments', '_signature')

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        values = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if parameter.kind is _VAR_POSITIONAL:
                values += self.arguments[name]
            else:
                values.append(self.arguments[name])
        return tuple(values)

    @property
    def kwargs(self):
        values = {}
        by_keyword = False
        for name, parameter in self._signature.parameters.items():
            if not by_keyword:
                if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    by_keyword = True
                elif name not in self.arguments:
                    # What follows a gap can only be given by name.
                    by_keyword = True
                    continue
            if not by_keyword or name not in self.arguments:
                continue
            if parameter.kind is _VAR_KEYWORD:
                values.update(self.arguments[name])
            else:
                values[name] = self.arguments[name]
        return values

    def apply_defaults(self):
        """Add the defaults of the parameters that got no value."""
        arguments = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                arguments[name] = self.arguments[name]
            elif parameter.default is not _empty:
                arguments[name] = parameter.default
            elif parameter.kind is _VAR_POSITIONAL:
                arguments[name] = ()
            elif parameter.kind is _VAR_KEYWORD:
                arguments[name] = {}
        self.arguments = arguments

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __repr__(self):
        shown = ', '.join([f'{name}={value!r}' for name, value in self.arguments.items()])
        return f'<{type(self).__name__} ({shown})>'


class Signature:
    """The parameters of a callable, and the annotation of what it returns."""

    __slots__ = ('_return_annotation', '_parameters')

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        """Make a signature of parameters, in their order, and what is returned."""
        found = {}
        last = _POSITIONAL_ONLY
        optional = False
        for parameter in parameters or ():
            if __validate_parameters__:
                kind = parameter.kind
                if kind < last:
                    raise ValueError(
                        f'wrong parameter order: {last.description} parameter '
                        f'before {kind.description} parameter'
                    )
                last = kind
                if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                    if parameter.default is not _empty:
                        optional = True
                    elif optional:
                        raise ValueError('non-default argument follows default argument')
                if parameter.name in found:
                    raise ValueError(f'duplicate parameter name: {parameter.name!r}')
            found[parameter.name] = parameter
        self._parameters = MappingProxyType(found)
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(
        cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False
    ):
        """The signature of a callable."""
        return _signature_of(obj, cls, follow_wrapped, globals, locals, eval_str)

    @property
    def parameters(self):
        return self._parameters

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=_keep, return_annotation=_keep):
        """A copy with some attributes changed."""
        return type(self)(
            self._parameters.values() if parameters is _keep else parameters,
            return_annotation=(
                self._return_annotation if return_annotation is _keep else return_annotation
            ),
        )

    def _key(self):
        ordered = tuple([p for p in self._parameters.values() if p.kind is not _KEYWORD_ONLY])
        named = {p.name: p for p in self._parameters.values() if p.kind is _KEYWORD_ONLY}
        return ordered, named, self._return_annotation

    def __hash__(self):
        ordered, named, annotation = self._key()
        return hash((ordered, frozenset(named.values()), annotation))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Signature):
            return NotImplemented
        return self._key() == other._key()

    def bind(self, /, *args, **kwargs):
        """Map arguments to parameters as a call does; TypeError if they do not fit."""
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        """Like bind(), but parameters may be left without a value."""
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments = {}
        values = list(args)
        values.reverse()
        rest = None
        for name, parameter in self._parameters.items():
            kind = parameter.kind
            if kind is _VAR_POSITIONAL:
                if values:
                    values.reverse()
                    arguments[name] = tuple(values)
                    values = []
            elif kind is _VAR_KEYWORD:
                rest = name
            elif values and kind is not _KEYWORD_ONLY:
                arguments[name] = values.pop()
                if name in kwargs and kind is not _POSITIONAL_ONLY:
                    raise TypeError(f'multiple values for argument {name!r}')
            elif values and not any(
                p.kind is _VAR_POSITIONAL for p in self._parameters.values()
            ):
                raise TypeError('too many positional arguments')
            elif name in kwargs and kind is _POSITIONAL_ONLY:
                if parameter.default is _empty or not any(
                    p.kind is _VAR_KEYWORD for p in self._parameters.values()
                ):
                    raise TypeError(
                        f'{name!r} parameter is positional only, but was passed as a keyword'
                    )
            elif name in kwargs:
                arguments[name] = kwargs.pop(name)
            elif parameter.default is _empty and not partial:
                raise TypeError(f'missing a required argument: {name!r}')
        if values:
            raise TypeError('too many positional arguments')
        if kwargs:
            if rest is None:
                raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
            arguments[rest] = kwargs
        return BoundArguments(self, arguments)

    def __repr__(self):
        return f'<{type(self).__name__} {self}>'

    def __str__(self):
        parts = []
        positional_only = star = False
        for parameter in self._parameters.values():
            kind = parameter.kind
            if kind is _POSITIONAL_ONLY:
                positional_only = True
            elif positional_only:
                parts.append('/')
                positional_only = False
            if kind is _VAR_POSITIONAL:
                star = True
            elif kind is _KEYWORD_ONLY and not star:
                parts.append('*')
                star = True
            parts.append(str(parameter))
        if positional_only:
            parts.append('/')
        text = f'({", ".join(parts)})'
        if self._return_annotation is not _empty:
            text += f' -> {formatannotation(self._return_annotation)}'
        return text


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The signature of a callable."""
    return Signature.from_callable(
        obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str
    )


def unwrap(func, *, stop=None):
    """What a chain of wrappers wraps, by their attribute __wrapped__."""
    start = func
    seen = {id(func): func}
    while hasattr(func, '__wrapped__') and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError(f'wrapper loop when unwrapping {start!r}')
        seen[id(func)] = func
    return func


def _of_function(func, cls, globals, locals, eval_str):
    from inspect import get_annotations
    code = func.__code__
    annotations = get_annotations(func, globals=globals, locals=locals, eval_str=eval_str)
    names = code.co_varnames
    count, named = code.co_argcount, code.co_kwonlyargcount
    defaults = func.__defaults__ or ()
    parameters = []

    def add(name, kind, default=_empty):
        parameters.append(
            Parameter(name, kind, default=default, annotation=annotations.get(name, _empty))
        )

    for i, name in enumerate(names[:count]):
        kind = _POSITIONAL_ONLY if i < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD
        from_end = i - (count - len(defaults))
        add(name, kind, defaults[from_end] if from_end >= 0 else _empty)
    next_name = count + named
    if code.co_flags & CO_VARARGS:
        add(names[next_name], _VAR_POSITIONAL)
        next_name += 1
    for name in names[count:count + named]:
        add(name, _KEYWORD_ONLY, (func.__kwdefaults__ or {}).get(name, _empty))
    if code.co_flags & CO_VARKEYWORDS:
        add(names[next_name], _VAR_KEYWORD)
    return cls(
        parameters, return_annotation=annotations.get('return', _empty),
        __validate_parameters__=False,
    )


def _of_text(obj, text, cls):
    """The signature of a built-in function, from its own description of it."""
    parameters = []
    kind = _POSITIONAL_OR_KEYWORD
    depth, part, parts = 0, '', []
    for char in text.strip()[1:-1] + ',':
        if char in '([{':
            depth += 1
        elif char in ')]}':
            depth -= 1
        if char == ',' and not depth:
            parts.append(part.strip())
            part = ''
        else:
            part += char
    for part in parts:
        if not part or part in ('$module', '$type'):
            continue
        if part == '/':
            parameters = [p.replace(kind=_POSITIONAL_ONLY) for p in parameters]
            continue
        if part == '*':
            kind = _KEYWORD_ONLY
            continue
        name, equals, default = part.partition('=')
        if name[:1] == '$':
            # Already bound where the method was found on an object.
            if getattr(obj, '__self__', None) is not None:
                continue
            name = name[1:]
        if name[:2] == '**':
            parameters.append(Parameter(name[2:], _VAR_KEYWORD))
        elif name[:1] == '*':
            parameters.append(Parameter(name[1:], _VAR_POSITIONAL))
            kind = _KEYWORD_ONLY
        else:
            value = _default(obj, default) if equals else _empty
            parameters.append(Parameter(name, kind, default=value))
    return cls(parameters)


def _default(obj, text):
    """What a default value is that stands in a description."""
    try:
        return eval(text, {'sys': sys})
    except Exception:
        raise ValueError(f'{obj!r} builtin has invalid signature') from None


def _without_first(found):
    """The signature of a method, as callers of the bound method see it."""
    parameters = list(found.parameters.values())
    if not parameters or parameters[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError('invalid method signature')
    if parameters[0].kind is not _VAR_POSITIONAL:
        del parameters[0]
    return found.replace(parameters=parameters)


def _of_partial(found, partial):
    """The signature of what functools.partial() makes of a callable."""
    given = partial.keywords or {}
    try:
        bound = found.bind_partial(*partial.args, **given)
    except TypeError as error:
        raise ValueError(f'partial object {partial!r} has incorrect arguments') from error
    parameters = []
    by_name = False
    for name, parameter in found.parameters.items():
        kind = parameter.kind
        if name in bound.arguments:
            value = bound.arguments[name]
            if kind is _POSITIONAL_ONLY:
                continue
            if kind is _POSITIONAL_OR_KEYWORD:
                if name not in given:
                    continue
                # From here on only keywords can be given.
                by_name = True
                parameter = parameter.replace(default=value)
            elif kind is _KEYWORD_ONLY:
                parameter = parameter.replace(default=value)
        if by_name:
            if kind is _POSITIONAL_OR_KEYWORD:
                parameter = parameter.replace(kind=_KEYWORD_ONLY)
            elif kind is _VAR_POSITIONAL:
                continue
        parameters.append(parameter)
    return found.replace(parameters=parameters)


def _class_method(cls, name):
    """A method of a class that is written in the language, else None."""
    found = getattr(cls, name, None)
    return found if isinstance(found, (types.FunctionType, types.MethodType, functools.partial)) else None


def _unbound(obj):
    """The function that a call of this reaches, with its first parameter."""
    if isinstance(obj, types.MethodType):
        return obj.__func__
    if isinstance(obj, type):
        found = _class_method(type(obj), '__call__')
        found = found or _class_method(obj, '__new__') or _class_method(obj, '__init__')
    elif isinstance(obj, (types.FunctionType, functools.partial)):
        return obj
    else:
        found = _class_method(type(obj), '__call__')
    return found or obj


def _signature_of(obj, cls, follow_wrapped, globals, locals, eval_str):
    def inner(what):
        return _signature_of(what, cls, follow_wrapped, globals, locals, eval_str)

    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if isinstance(obj, types.MethodType):
        return _without_first(inner(obj.__func__))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, '__signature__') or isinstance(f, types.MethodType))
        if isinstance(obj, types.MethodType):
            return inner(obj)
    given = getattr(obj, '__signature__', None)
    if given is not None:
        if not isinstance(given, Signature):
            raise TypeError(f'unexpected object {given!r} in __signature__ attribute')
        return given
    method = getattr(obj, '_partialmethod', None)
    if isinstance(method, functools.partialmethod):
        found = inner(method.func)
        whole = _of_partial(found, functools.partial(method.func, None, *method.args, **method.keywords))
        first = next(iter(found.parameters.values()))
        if first.kind is _VAR_POSITIONAL:
            return whole
        return found.replace(parameters=[first, *whole.parameters.values()])
    if isinstance(obj, types.FunctionType):
        return _of_function(obj, cls, globals, locals, eval_str)
    if isinstance(obj, functools.partial):
        return _of_partial(inner(obj.func), obj)
    if isinstance(obj, type):
        call = _class_method(type(obj), '__call__')
        if call is not None:
            return _without_first(inner(call))
        ways = [(name, _class_method(obj, name)) for name in ('__new__', '__init__')]
        for base in obj.__mro__:
            for name, found in ways:
                if found is not None and name in base.__dict__:
                    return _without_first(inner(found))
        for base in obj.__mro__[:-1]:
            if base.__text_signature__:
                return _of_text(base, base.__text_signature__, cls)
        if obj is type:
            raise ValueError(f'no signature found for builtin {obj!r}')
        if type in obj.__mro__:
            raise ValueError(f'callable {obj!r} is not supported by signature')
        if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
            return cls([])
        raise ValueError(f'no signature found for builtin type {obj!r}')
    text = getattr(obj, '__text_signature__', None)
    if text:
        return _of_text(obj, text, cls)
    if isinstance(obj, (types.BuiltinFunctionType, types.MethodDescriptorType,
                        types.WrapperDescriptorType, types.MethodWrapperType)):
        raise ValueError(f'no signature found for builtin {obj!r}')
    call = _class_method(type(obj), '__call__')
    if call is not None:
        return _without_first(inner(call))
    raise ValueError(f'callable {obj!r} is not supported by signature')
