"""What annotations are made of: special forms, type variables, and subscripted types.

A part of the module typing, which is the only one that imports it.
"""

import sys
import types

# Users see these classes as the module's own.
__name__ = 'typing'

_BuiltinAlias = getattr(types, 'GenericAlias', None)
_UnionType = getattr(types, 'UnionType', None)
_NoneType = type(None)


def _is_dunder(name):
    return name.startswith('__') and name.endswith('__')


def _caller(depth=2):
    """The module that calls the function that calls this one."""
    try:
        return sys._getframe(depth).f_globals.get('__name__', '__main__')
    except (AttributeError, ValueError):
        return None


def _type_convert(arg, module=None, *, is_class=False):
    if arg is None:
        return _NoneType
    if isinstance(arg, str):
        return ForwardRef(arg, module=module, is_class=is_class)
    return arg


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
    """The argument as a type, after a check that it may stand where a type does."""
    arg = _type_convert(arg, module=module, is_class=allow_special_forms)
    if isinstance(arg, _GenericAlias):
        forbidden = [Generic, sys.modules['typing'].Protocol]
        if not allow_special_forms:
            forbidden.append(ClassVar)
            if is_argument:
                forbidden.append(Final)
        if any(arg.__origin__ is form for form in forbidden):
            raise TypeError(f'{arg} is not valid as type argument')
    if any(arg is form for form in (Any, LiteralString, NoReturn, Never, Self, TypeAlias)):
        return arg
    if allow_special_forms and (arg is ClassVar or arg is Final):
        return arg
    if isinstance(arg, _SpecialForm) or arg is Generic or _is_protocol_itself(arg):
        raise TypeError(f'Plain {arg} is not valid as type argument')
    if type(arg) is tuple:
        raise TypeError(f'{msg} Got {arg!r:.100}.')
    return arg


def _is_protocol_itself(arg):
    return isinstance(arg, type) and arg.__module__ == 'typing' and arg.__name__ == 'Protocol'


def _type_repr(obj):
    if isinstance(obj, type) and type(obj) is not _BuiltinAlias:
        if obj.__module__ == 'builtins':
            return obj.__qualname__
        return f'{obj.__module__}.{obj.__qualname__}'
    if obj is ...:
        return '...'
    if isinstance(obj, types.FunctionType):
        return obj.__name__
    return repr(obj)


def _is_type_variable(obj):
    return isinstance(obj, (TypeVar, ParamSpec, TypeVarTuple))


def _collect_parameters(args):
    """The type variables in a number of arguments, in the order of appearance."""
    found = []
    for arg in args:
        if _is_type_variable(arg):
            inner = (arg,)
        elif isinstance(arg, tuple):
            inner = _collect_parameters(arg)
        elif isinstance(arg, type) and type(arg) is not _BuiltinAlias:
            continue
        else:
            inner = getattr(arg, '__parameters__', ())
        for item in inner if isinstance(inner, tuple) else ():
            if item not in found:
                found.append(item)
    return tuple(found)


def _is_param_expr(arg):
    return (
        arg is ...
        or isinstance(arg, (tuple, list, ParamSpec))
        or isinstance(arg, _GenericAlias) and arg.__origin__ is Concatenate
    )


def _is_unpacked(arg):
    return isinstance(arg, _GenericAlias) and arg.__origin__ is Unpack or (
        getattr(arg, '__unpacked__', False) is True
    )


def _check_count(owner, actual, expected, least=False):
    if not expected and not least:
        raise TypeError(f'{owner} is not a generic class')
    if actual != expected and not (least and actual > expected):
        expected = f'at least {expected}' if least else expected
        many = 'few' if least or actual < expected else 'many'
        raise TypeError(f'Too {many} arguments for {owner}; actual {actual}, expected {expected}')


def _bind_parameters(owner, params, args):
    """A dict from the parameters of a generic type to what takes their place.

    That of a TypeVarTuple is a tuple, and so may be that of a ParamSpec.
    """
    if len(params) == 1 and isinstance(params[0], ParamSpec):
        if not (len(args) == 1 and _is_param_expr(args[0])):
            args = (args,)
    packs = [i for i, item in enumerate(params) if isinstance(item, TypeVarTuple)]
    if len(packs) > 1:
        raise TypeError(f'More than one TypeVarTuple parameter in {owner}')
    if packs:
        before = packs[0]
        after = len(params) - before - 1
        _check_count(owner, len(args), before + after, True)
        end = len(args) - after
        args = args[:before] + (args[before:end],) + args[end:]
    else:
        _check_count(owner, len(args), len(params))
    bound = {}
    for item, arg in zip(params, args):
        if not isinstance(item, TypeVarTuple):
            arg = item.__typing_subst__(arg)
        bound[item] = arg
    return bound


def _substitute(arg, bound, flat):
    """A list of what takes the place of one argument of a generic type.

    With `flat` the types of a ParamSpec's list stand beside each other.
    """
    if isinstance(arg, type) and type(arg) is not _BuiltinAlias:
        return [arg]
    if _is_type_variable(arg):
        value = bound.get(arg, arg)
        if flat and isinstance(arg, ParamSpec) and isinstance(value, tuple):
            return list(value)
        return [value]
    if isinstance(arg, tuple):
        inner = []
        for item in arg:
            inner += _substitute(item, bound, flat)
        return [tuple(inner)]
    inner = getattr(arg, '__parameters__', ())
    if not isinstance(inner, tuple) or not any(item in bound for item in inner):
        return [arg]
    if isinstance(arg, _GenericAlias) and arg.__origin__ is Unpack:
        return list(bound[inner[0]])
    values = []
    for item in inner:
        value = bound.get(item, item)
        if isinstance(item, TypeVarTuple):
            values += value
        else:
            values.append(value)
    made = arg[tuple(values)]
    if isinstance(made, tuple):
        # Concatenate with a list of types is a list of types.
        return list(made) if flat else [made]
    return [made]


def _unpack_args(args):
    """The arguments, with those of an unpacked tuple of fixed length in its place."""
    result = []
    for arg in args:
        inner = None
        if _is_unpacked(arg):
            packed = arg.__args__[0] if isinstance(arg, _GenericAlias) else arg
            inner = getattr(packed, '__args__', None)
            if getattr(packed, '__origin__', None) is not tuple:
                inner = None
        if inner is not None and not (inner and inner[-1] is ...):
            result += inner
        else:
            result.append(arg)
    return tuple(result)


class _Final:
    """A class that is not to be extended."""

    def __init_subclass__(cls, /, *args, _root=False, **kwds):
        if not _root:
            raise TypeError('Cannot subclass special typing classes')


class _Joinable:
    """What can stand beside | in an annotation."""

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _SpecialForm(_Joinable):
    """A name of this module that has a meaning of its own in annotations."""

    def __init__(self, name, doc, getitem=None):
        self._name = name
        self.__doc__ = doc
        self._getitem = getitem

    def __getattr__(self, item):
        if item in ('__name__', '__qualname__'):
            return self._name
        raise AttributeError(item)

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')

    def __repr__(self):
        return 'typing.' + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __instancecheck__(self, obj):
        raise TypeError(f'{self} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self} cannot be used with issubclass()')

    def __getitem__(self, parameters):
        if self._getitem is None:
            raise TypeError(f'{self} is not subscriptable')
        return self._getitem(self, parameters)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return super().__instancecheck__(obj)

    def __repr__(self):
        if self is Any:
            return 'typing.Any'
        return super().__repr__()


class Any(metaclass=_AnyMeta):
    """The type that is compatible with every type."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls, *args, **kwargs)


def _single(form, parameters):
    item = _type_check(parameters, f'{form} accepts only single type.')
    return _GenericAlias(form, (item,))


def _single_special(form, parameters):
    item = _type_check(parameters, f'{form._name} accepts only a single type.', allow_special_forms=True)
    return _GenericAlias(form, (item,))


NoReturn = _SpecialForm('NoReturn', 'The type of functions that never return.')
Never = _SpecialForm('Never', 'The bottom type, a type that has no members.')
Self = _SpecialForm('Self', 'The type of the enclosing class.')
LiteralString = _SpecialForm('LiteralString', 'The type of texts that are literals.')
TypeAlias = _SpecialForm('TypeAlias', 'Marks an assignment as the name of a type.')
ClassVar = _SpecialForm('ClassVar', 'Marks a class variable.', _single)
Final = _SpecialForm('Final', 'Marks a name that is not bound again.', _single)
TypeGuard = _SpecialForm('TypeGuard', 'The result of a function that narrows a type.', _single)
Required = _SpecialForm('Required', 'Marks a key of a TypedDict as required.', _single_special)
NotRequired = _SpecialForm('NotRequired', 'Marks a key of a TypedDict as optional.', _single_special)


def _union(form, parameters):
    if parameters == ():
        raise TypeError('Cannot take a Union of no types.')
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    members = []
    for item in parameters:
        item = _type_check(item, 'Union[arg, ...]: each arg must be a type.')
        inner = (item,)
        if isinstance(item, _UnionGenericAlias) or (
            _UnionType is not None and isinstance(item, _UnionType)
        ):
            inner = item.__args__
        for one in inner:
            if one not in members:
                members.append(one)
    if len(members) == 1:
        return members[0]
    if len(members) == 2 and _NoneType in members:
        return _UnionGenericAlias(form, members, name='Optional')
    return _UnionGenericAlias(form, members)


def _optional(form, parameters):
    return Union[_type_check(parameters, f'{form} requires a single type.'), _NoneType]


def _literal(form, parameters):
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    values = []
    for item in parameters:
        values += item.__args__ if isinstance(item, _LiteralGenericAlias) else [item]
    unique = []
    for value in values:
        if not any(type(other) is type(value) and other == value for other in unique):
            unique.append(value)
    return _LiteralGenericAlias(form, tuple(unique))


def _concatenate(form, parameters):
    if parameters == ():
        raise TypeError('Cannot take a Concatenate of no types.')
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    if not (parameters[-1] is ... or isinstance(parameters[-1], ParamSpec)):
        raise TypeError(
            'The last parameter to Concatenate should be a ParamSpec variable or ellipsis.'
        )
    msg = 'Concatenate[arg, ...]: each arg must be a type.'
    items = [_type_check(item, msg) for item in parameters[:-1]]
    return _ConcatenateGenericAlias(form, (*items, parameters[-1]))


def _unpack(form, parameters):
    return _UnpackGenericAlias(form, (_type_check(parameters, f'{form} accepts only single type.'),))


Union = _SpecialForm('Union', 'Union[X, Y] is either X or Y.', _union)
Optional = _SpecialForm('Optional', 'Optional[X] is Union[X, None].', _optional)
Literal = _SpecialForm('Literal', 'The type of the given values.', _literal)
Concatenate = _SpecialForm('Concatenate', 'A parameter list with types in front.', _concatenate)
Unpack = _SpecialForm('Unpack', 'Unpacks a TypeVarTuple or a tuple type.', _unpack)


class _Variable(_Joinable):
    """What the kinds of type variables share."""

    def _start(self, name, bound, covariant, contravariant):
        self.__name__ = name
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__bound__ = _type_check(bound, 'Bound must be a type.') if bound else None

    def _place(self, module):
        if module is not None and module != 'typing':
            self.__module__ = module

    def __repr__(self):
        sign = '+' if self.__covariant__ else '-' if self.__contravariant__ else '~'
        return sign + self.__name__

    def __reduce__(self):
        return self.__name__


class TypeVar(_Final, _Variable, _root=True):
    """A type variable."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self._start(name, bound, covariant, contravariant)
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        msg = 'TypeVar(name, constraint, ...): constraints must be types.'
        self.__constraints__ = tuple([_type_check(item, msg) for item in constraints])
        self._place(_caller())

    def __typing_subst__(self, arg):
        arg = _type_check(arg, 'Parameters to generic types must be types.')
        if _is_unpacked(arg):
            raise TypeError(f'{arg} is not valid as type argument')
        return arg


class TypeVarTuple(_Final, _Joinable, _root=True):
    """A type variable that stands for any number of types."""

    def __init__(self, name):
        self.__name__ = name
        module = _caller()
        if module is not None and module != 'typing':
            self.__module__ = module

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__

    def __typing_subst__(self, arg):
        raise TypeError('Substitution of bare TypeVarTuple is not supported')

    def __reduce__(self):
        return self.__name__


class ParamSpecArgs(_Final, _root=True):
    """The positional arguments of a ParamSpec: P.args."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.args'

    def __eq__(self, other):
        if not isinstance(other, ParamSpecArgs):
            return NotImplemented
        return self.__origin__ == other.__origin__


class ParamSpecKwargs(_Final, _root=True):
    """The keyword arguments of a ParamSpec: P.kwargs."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.kwargs'

    def __eq__(self, other):
        if not isinstance(other, ParamSpecKwargs):
            return NotImplemented
        return self.__origin__ == other.__origin__


class ParamSpec(_Final, _Variable, _root=True):
    """A variable that stands for the parameters of a function."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self._start(name, bound, covariant, contravariant)
        self._place(_caller())

    @property
    def args(self):
        """The positional arguments."""
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        """The keyword arguments."""
        return ParamSpecKwargs(self)

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple([_type_check(item, 'Expected a type.') for item in arg])
        if not _is_param_expr(arg):
            raise TypeError(f'Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}')
        return arg


class _BaseGenericAlias(_Final, _Joinable, _root=True):
    """What List and List[int] share: `_name` is the name in this module, if there is one."""

    def __init__(self, origin, *, inst=True, name=None):
        self._inst = inst
        self._name = name
        self.__origin__ = origin

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(
                f'Type {self._name} cannot be instantiated; '
                f'use {self.__origin__.__name__}() instead'
            )
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except AttributeError:
            pass
        return result

    def __mro_entries__(self, bases):
        entries = [] if self.__origin__ in bases else [self.__origin__]
        for base in bases[bases.index(self) + 1:]:
            if isinstance(base, _BaseGenericAlias) or isinstance(base, type) and issubclass(base, Generic):
                break
        else:
            entries.append(Generic)
        return tuple(entries)

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__'):
            return self._name or self.__origin__.__name__
        if '__origin__' in self.__dict__ and not _is_dunder(name):
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __setattr__(self, name, value):
        if _is_dunder(name) or name in ('_name', '_inst', '_nparams'):
            super().__setattr__(name, value)
        else:
            setattr(self.__origin__, name, value)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __dir__(self):
        return sorted({name for name in dir(self.__origin__) if not _is_dunder(name)})


class _GenericAlias(_BaseGenericAlias, _root=True):
    """A subscripted generic type."""

    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        self.__args__ = tuple(args) if isinstance(args, (tuple, list)) else (args,)
        self.__parameters__ = _collect_parameters(self.__args__)
        if not name:
            self.__module__ = origin.__module__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __getitem__(self, args):
        if self.__origin__ is Generic or _is_protocol_itself(self.__origin__):
            raise TypeError(f'Cannot subscript already-subscripted {self}')
        if not self.__parameters__:
            raise TypeError(f'{self} is not a generic class')
        if not isinstance(args, tuple):
            args = (args,)
        args = _unpack_args(tuple([_type_convert(arg) for arg in args]))
        bound = _bind_parameters(self, self.__parameters__, args)
        found = []
        for arg in self.__args__:
            found += _substitute(arg, bound, self._flat)
        return self.copy_with(tuple(found))

    # Whether a list of types among the arguments is part of them.
    _flat = False

    def copy_with(self, args):
        """The same type with other arguments."""
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = 'typing.' + self._name if self._name else _type_repr(self.__origin__)
        args = ', '.join([_type_repr(arg) for arg in self.__args__]) or '()'
        return f'{name}[{args}]'

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f'Cannot subclass {self!r}')
        if self._name:
            return super().__mro_entries__(bases)
        if self.__origin__ is Generic:
            if any(_is_protocol_itself(base) for base in bases):
                return ()
            for base in bases[bases.index(self) + 1:]:
                if isinstance(base, _BaseGenericAlias) and base is not self:
                    return ()
        return (self.__origin__,)

    def __iter__(self):
        yield Unpack[self]


class _SpecialGenericAlias(_BaseGenericAlias, _root=True):
    """An alias of a built-in or abstract class that is not subscripted yet."""

    def __init__(self, origin, nparams, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=origin.__name__ if name is None else name)
        self._nparams = nparams
        self.__doc__ = f'A generic version of {origin.__module__}.{origin.__qualname__}.'

    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        msg = 'Parameters to generic types must be types.'
        params = tuple([_type_check(item, msg) for item in params])
        _check_count(self, len(params), self._nparams)
        return self.copy_with(params)

    def copy_with(self, params):
        """The type with arguments."""
        return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __repr__(self):
        return 'typing.' + self._name

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        if not isinstance(cls, _GenericAlias):
            return issubclass(cls, self.__origin__)
        return super().__subclasscheck__(cls)

    def __reduce__(self):
        return self._name


class _TupleType(_SpecialGenericAlias, _root=True):
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        tail = ()
        if len(params) >= 2 and params[-1] is ...:
            params, tail = params[:-1], (...,)
        msg = 'Tuple[t0, t1, ...]: each t must be a type.'
        return self.copy_with((*[_type_check(item, msg) for item in params], *tail))


class _CallableType(_SpecialGenericAlias, _root=True):
    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        args, result = params
        result = _type_check(result, 'Callable[args, result]: result must be a type.')
        if args is ...:
            return self.copy_with((..., result))
        if not isinstance(args, (tuple, list)):
            args = (args,)
        return self.copy_with((*[_type_convert(arg) for arg in args], result))

    def copy_with(self, params):
        return _CallableGenericAlias(self.__origin__, params, name=self._name, inst=self._inst)


class _CallableGenericAlias(_GenericAlias, _root=True):
    _flat = True

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _is_param_expr(args[0]):
            return super().__repr__()
        shown = ', '.join([_type_repr(arg) for arg in args[:-1]])
        return f'typing.Callable[[{shown}], {_type_repr(args[-1])}]'


class _UnionGenericAlias(_GenericAlias, _root=True):
    def copy_with(self, args):
        return Union[args]

    def __eq__(self, other):
        if not isinstance(other, _UnionGenericAlias) and not (
            _UnionType is not None and isinstance(other, _UnionType)
        ):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _NoneType in args:
            other = args[1] if args[0] is _NoneType else args[0]
            return f'typing.Optional[{_type_repr(other)}]'
        return f'typing.Union[{", ".join([_type_repr(arg) for arg in args])}]'

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)


class _LiteralGenericAlias(_GenericAlias, _root=True):
    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return set(self._pairs()) == set(other._pairs())

    def __hash__(self):
        return hash(frozenset(self._pairs()))

    def _pairs(self):
        return [(value, type(value)) for value in self.__args__]


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    def copy_with(self, params):
        last = params[-1]
        if isinstance(last, (list, tuple)):
            return (*params[:-1], *last)
        if isinstance(last, _ConcatenateGenericAlias):
            params = (*params[:-1], *last.__args__)
        return super().copy_with(params)


class _UnpackGenericAlias(_GenericAlias, _root=True):
    def __repr__(self):
        return '*' + repr(self.__args__[0])


from _typing_generic import ForwardRef, Generic, _AnnotatedAlias, _eval_type
