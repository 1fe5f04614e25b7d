"""What programs can ask about their own objects: kinds, members, signatures."""

import sys
import types
from collections import namedtuple

from _inspect_signature import (
    BoundArguments, Parameter, Signature, _empty, _KEYWORD_ONLY, _POSITIONAL_ONLY,
    _POSITIONAL_OR_KEYWORD, _VAR_KEYWORD, _VAR_POSITIONAL, _ParameterKind, formatannotation,
    signature, unwrap,
)

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_NOFREE, CO_COROUTINE = 16, 32, 64, 128
CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 256, 512
TPFLAGS_IS_ABSTRACT = 1 << 20

GEN_CREATED, GEN_RUNNING = 'GEN_CREATED', 'GEN_RUNNING'
GEN_SUSPENDED, GEN_CLOSED = 'GEN_SUSPENDED', 'GEN_CLOSED'
CORO_CREATED, CORO_RUNNING = 'CORO_CREATED', 'CORO_RUNNING'
CORO_SUSPENDED, CORO_CLOSED = 'CORO_SUSPENDED', 'CORO_CLOSED'

ArgInfo = namedtuple('ArgInfo', 'args varargs keywords locals')
Arguments = namedtuple('Arguments', 'args, varargs, varkw')
Attribute = namedtuple('Attribute', 'name kind defining_class object')
ClosureVars = namedtuple('ClosureVars', 'nonlocals globals builtins unbound')
FullArgSpec = namedtuple(
    'FullArgSpec', 'args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations'
)


def _kinds(*names):
    """The types of these names that this build has."""
    return tuple([getattr(types, name) for name in names if getattr(types, name, None)])


_FRAME = _kinds('FrameType')
_TRACEBACK = _kinds('TracebackType')
_GETSET = _kinds('GetSetDescriptorType')
_MEMBER = _kinds('MemberDescriptorType')
_BUILTIN = _kinds('BuiltinFunctionType', 'BuiltinMethodType', 'MethodWrapperType')


def ismodule(object):
    """Whether this is a module."""
    return isinstance(object, types.ModuleType)


def isclass(object):
    """Whether this is a class."""
    return isinstance(object, type)


def ismethod(object):
    """Whether this is a method bound to an instance."""
    return isinstance(object, types.MethodType)


def isfunction(object):
    """Whether this is a function written in the language."""
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    """Whether this is a built-in function or a bound built-in method."""
    return isinstance(object, types.BuiltinFunctionType)


def ismethodwrapper(object):
    """Whether this is a bound special method of a built-in type."""
    return isinstance(object, types.MethodWrapperType)


def isroutine(object):
    """Whether this is any kind of function or method."""
    return (
        isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)
        or ismethodwrapper(object)
    )


def ismethoddescriptor(object):
    """Whether this has __get__ but neither __set__ nor is it a function, method or class."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    cls = type(object)
    return hasattr(cls, '__get__') and not hasattr(cls, '__set__')


def isdatadescriptor(object):
    """Whether this has __set__ or __delete__."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    cls = type(object)
    return hasattr(cls, '__set__') or hasattr(cls, '__delete__')


def isgetsetdescriptor(object):
    """Whether this is an attribute that built-in code computes."""
    return isinstance(object, _GETSET)


def ismemberdescriptor(object):
    """Whether this is an entry of __slots__ or the like."""
    return isinstance(object, _MEMBER)


def _has_flag(function, flag):
    while ismethod(function):
        function = function.__func__
    partial = getattr(sys.modules.get('functools'), 'partial', ())
    while isinstance(function, partial):
        function = function.func
        while ismethod(function):
            function = function.__func__
    return isfunction(function) and bool(function.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    """Whether calls of this make generators."""
    return _has_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    """Whether this is defined with async def, and has no yield."""
    return _has_flag(obj, CO_COROUTINE)


def isasyncgenfunction(obj):
    """Whether this is defined with async def, and has a yield."""
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def isgenerator(object):
    """Whether this is a generator."""
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    """Whether this is a coroutine."""
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    """Whether this is an asynchronous generator."""
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    """Whether this can stand behind await."""
    return (
        isinstance(object, types.CoroutineType)
        or isinstance(object, types.GeneratorType)
        and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
        or hasattr(type(object), '__await__')
    )


def istraceback(object):
    """Whether this is a traceback."""
    return isinstance(object, _TRACEBACK)


def isframe(object):
    """Whether this is a frame."""
    return isinstance(object, _FRAME)


def iscode(object):
    """Whether this is a code object."""
    return isinstance(object, types.CodeType)


def isabstract(object):
    """Whether this is a class with abstract methods left."""
    return isinstance(object, type) and bool(getattr(object, '__abstractmethods__', ()))


def getmro(cls):
    """The base classes of a class, itself first, in the order of method resolution."""
    return cls.__mro__


def getclasstree(classes, unique=False):
    """Classes as nested lists of (class, bases), each list below the class it derives from."""
    children, roots = {}, []
    for cls in classes:
        if not cls.__bases__:
            if cls not in roots:
                roots.append(cls)
            continue
        for base in cls.__bases__:
            below = children.setdefault(base, [])
            if cls not in below:
                below.append(cls)
            if unique and base in classes:
                break
    roots += [base for base in children if base not in classes]
    return walktree(roots, children, None)


def walktree(classes, children, parent):
    """The part of getclasstree() for these classes, which `parent` is a base of."""
    result = []
    classes.sort(key=lambda cls: (cls.__module__, cls.__name__))
    for cls in classes:
        result.append((cls, cls.__bases__))
        if cls in children:
            result.append(walktree(children[cls], children, cls))
    return result


def formatannotationrelativeto(object):
    """A formatannotation() that leaves out the name of the object's own module."""
    module = getattr(object, '__module__', None)

    def _formatannotation(annotation):
        return formatannotation(annotation, module)
    return _formatannotation


def _members(object, predicate, get):
    result = []
    names = list(dir(object))
    if isclass(object):
        for base in object.__bases__:
            for name, value in base.__dict__.items():
                if isinstance(value, types.DynamicClassAttribute):
                    names.append(name)
    done = []
    for name in names:
        try:
            value = get(object, name)
            if name in done:
                raise AttributeError
        except AttributeError:
            for base in getmro(object) if isclass(object) else ():
                if name in base.__dict__:
                    value = base.__dict__[name]
                    break
            else:
                # dir() may promise more than there is.
                continue
        if predicate is None or predicate(value):
            result.append((name, value))
        done.append(name)
    result.sort(key=lambda pair: pair[0])
    return result


def getmembers(object, predicate=None):
    """All members of an object as pairs of name and value, sorted by name."""
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """Like getmembers(), but no descriptor is asked for a value."""
    return _members(object, predicate, getattr_static)


_none = object()


def getattr_static(obj, attr, default=_none):
    """The value of an attribute, where it lies: no __getattr__, no descriptor is called."""
    is_class = isinstance(obj, type)
    cls = obj if is_class else type(obj)
    on_instance = _none
    if not is_class:
        try:
            on_instance = object.__getattribute__(obj, '__dict__').get(attr, _none)
        except AttributeError:
            pass
    on_class = _in_mro(cls, attr)
    if on_instance is not _none and on_class is not _none:
        kind = type(on_class)
        if _in_mro(kind, '__get__') is not _none and (
            _in_mro(kind, '__set__') is not _none or _in_mro(kind, '__delete__') is not _none
        ):
            return on_class
    if on_instance is not _none:
        return on_instance
    if on_class is not _none:
        return on_class
    if is_class:
        found = _in_mro(type(cls), attr)
        if found is not _none:
            return found
    if default is not _none:
        return default
    raise AttributeError(attr)


def _in_mro(cls, name):
    for base in cls.__mro__:
        if name in base.__dict__:
            return base.__dict__[name]
    return _none


def classify_class_attrs(cls):
    """Name, kind, defining class and object of each attribute of a class, sorted by name."""
    names = dir(cls)
    for base in cls.__mro__:
        for name, value in base.__dict__.items():
            if isinstance(value, types.DynamicClassAttribute) and value.fget is not None:
                names.append(name)
    result, done = [], set()
    for name in names:
        home = found = None
        if name not in done and name != '__dict__':
            try:
                found = getattr(cls, name)
            except Exception:
                # What lies in the dictionary of the class is taken.
                pass
            else:
                home = _home_of(cls, name, found)
        own, base = _in_dictionaries(cls, name)
        if base is not None and (home is None or home in cls.__mro__):
            home = base
        if home is None:
            continue
        value = own if found is None else found
        if isinstance(own, (staticmethod, types.BuiltinMethodType)):
            kind, value = 'static method', own
        elif isinstance(own, (classmethod, types.ClassMethodDescriptorType)):
            kind, value = 'class method', own
        elif isinstance(own, property):
            kind, value = 'property', own
        else:
            kind = 'method' if isroutine(value) else 'data'
        result.append(Attribute(name, kind, home, value))
        done.add(name)
    return result


def _home_of(cls, name, found):
    """The last class, in the order of resolution, that has this very attribute."""
    home = getattr(found, '__objclass__', None)
    if home in cls.__mro__:
        return home
    home = None
    for base in cls.__mro__:
        if getattr(base, name, None) is found:
            home = base
    return home


def _in_dictionaries(cls, name):
    for base in (*cls.__mro__, *type(cls).__mro__[:-2]):
        if name in base.__dict__:
            return base.__dict__[name], base
    return None, None


def getdoc(object):
    """The documentation of an object, cleaned; methods inherit that of their base classes."""
    try:
        doc = object.__doc__
    except AttributeError:
        return None
    if doc is None:
        doc = _inherited_doc(object)
    return cleandoc(doc) if isinstance(doc, str) else None


def _inherited_doc(object):
    if isclass(object):
        for base in object.__mro__[1:]:
            if base is not type(None).__base__ and base.__doc__ is not None:
                return base.__doc__
        return None
    if ismethod(object):
        owner, name = object.__self__, object.__func__.__name__
        cls = owner if isclass(owner) else type(owner)
    elif isfunction(object):
        name = object.__name__
        cls = _class_of(object)
    elif isinstance(object, property):
        function = object.fget
        name = function.__name__
        cls = _class_of(function)
    else:
        return None
    for base in cls.__mro__ if cls is not None else ():
        doc = getattr(getattr(base, name, None), '__doc__', None)
        if doc is not None:
            return doc
    return None


def _class_of(function):
    found = sys.modules.get(function.__module__)
    for name in function.__qualname__.split('.')[:-1]:
        found = getattr(found, name, None)
    return found if isclass(found) else None


def cleandoc(doc):
    """A docstring without the indentation that the source gave it."""
    lines = doc.expandtabs().split('\n')
    margin = sys.maxsize
    for line in lines[1:]:
        content = len(line.lstrip())
        if content:
            margin = min(margin, len(line) - content)
    lines[0] = lines[0].lstrip()
    if margin < sys.maxsize:
        lines[1:] = [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        del lines[0]
    return '\n'.join(lines)


def indentsize(line):
    """The width of the blanks at the start of a line."""
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


def getmodulename(path):
    """The name of the module in a file, or None."""
    if not isinstance(path, str):
        import os
        path = os.fspath(path)
    name = path.rpartition('/')[2]
    return name[:-3] if name.endswith('.py') and len(name) > 3 else None


def getmodule(object, _filename=None):
    """The module an object was defined in, or None."""
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, '__module__', None))


def currentframe():
    """The frame of the caller, or None."""
    return sys._getframe(1) if hasattr(sys, '_getframe') else None


def getargs(co):
    """The parameters that a code object takes."""
    if not iscode(co):
        raise TypeError(f'{co!r} is not a code object')
    names = co.co_varnames
    count = co.co_argcount + co.co_kwonlyargcount
    varargs = varkw = None
    args = list(names[:count])
    if co.co_flags & CO_VARARGS:
        varargs = names[count]
        count += 1
    if co.co_flags & CO_VARKEYWORDS:
        varkw = names[count]
    return Arguments(args, varargs, varkw)


def getfullargspec(func):
    """The names and defaults of a function's parameters; signature() says more."""
    try:
        from _inspect_signature import _signature_of, _unbound
        # The first parameter is reported, too.
        found = _signature_of(_unbound(func), Signature, False, None, None, False)
    except Exception as error:
        raise TypeError('unsupported callable') from error
    args, defaults, named, named_defaults = [], [], [], {}
    varargs = varkw = None
    annotations = {}
    if found.return_annotation is not _empty:
        annotations['return'] = found.return_annotation
    for name, parameter in found.parameters.items():
        kind = parameter.kind
        if kind is _VAR_POSITIONAL:
            varargs = name
        elif kind is _VAR_KEYWORD:
            varkw = name
        elif kind is _KEYWORD_ONLY:
            named.append(name)
            if parameter.default is not _empty:
                named_defaults[name] = parameter.default
        else:
            args.append(name)
            if parameter.default is not _empty:
                defaults.append(parameter.default)
        if parameter.annotation is not _empty:
            annotations[name] = parameter.annotation
    return FullArgSpec(
        args, varargs, varkw, tuple(defaults) or None, named, named_defaults or None, annotations
    )


def formatargvalues(
    args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: '*' + name,
    formatvarkw=lambda name: '**' + name, formatvalue=lambda value: '=' + repr(value),
):
    """The arguments of a call as text."""
    parts = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        parts.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        parts.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return f'({", ".join(parts)})'


def getcallargs(func, /, *positional, **named):
    """A dict of the values that the parameters get in a call with these arguments."""
    spec = getfullargspec(func)
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__, *positional)
    name, args, result = func.__name__, spec.args, {}
    for parameter, value in zip(args, positional):
        result[parameter] = value
    if spec.varargs:
        result[spec.varargs] = tuple(positional[len(args):])
    if spec.varkw:
        result[spec.varkw] = {}
    for key, value in named.items():
        if key not in args and key not in spec.kwonlyargs:
            if not spec.varkw:
                raise TypeError(f'{name}() got an unexpected keyword argument {key!r}')
            result[spec.varkw][key] = value
        elif key in result:
            raise TypeError(f'{name}() got multiple values for argument {key!r}')
        else:
            result[key] = value
    defaults = spec.defaults or ()
    required = len(args) - len(defaults)
    if len(positional) > len(args) and not spec.varargs:
        takes = f'{len(args)}' if not defaults else f'from {required} to {len(args)}'
        plural = '' if takes == '1' else 's'
        were = 'was' if len(positional) == 1 else 'were'
        raise TypeError(
            f'{name}() takes {takes} positional argument{plural} but {len(positional)} {were} given'
        )
    _require(name, [arg for arg in args[:required] if arg not in result], 'positional')
    for i, arg in enumerate(args[required:]):
        result.setdefault(arg, defaults[i])
    for arg in spec.kwonlyargs:
        if arg not in result and arg in (spec.kwonlydefaults or {}):
            result[arg] = spec.kwonlydefaults[arg]
    _require(name, [arg for arg in spec.kwonlyargs if arg not in result], 'keyword-only')
    return result


def _require(name, missing, kind):
    if not missing:
        return
    shown = [repr(arg) for arg in missing]
    text = ' and '.join([', '.join(shown[:-1]), shown[-1]] if shown[1:] else shown)
    plural = '' if len(shown) == 1 else 's'
    raise TypeError(f'{name}() missing {len(shown)} required {kind} argument{plural}: {text}')


def getclosurevars(func):
    """The names outside a function that it uses, and their values."""
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError(f'{func!r} is not a Python function')
    code = func.__code__
    nonlocals = {}
    for name, cell in zip(code.co_freevars, func.__closure__ or ()):
        nonlocals[name] = cell.cell_contents
    import builtins
    names, found, built_in, unbound = func.__globals__, {}, {}, set()
    for name in getattr(code, 'co_names', ()):
        if name in ('None', 'True', 'False'):
            continue
        if name in names:
            found[name] = names[name]
        elif hasattr(builtins, name):
            built_in[name] = getattr(builtins, name)
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, found, built_in, unbound)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """A new dict of an object's own annotations, evaluated on request."""
    if isclass(obj):
        found = obj.__dict__.get('__annotations__')
        names = getattr(sys.modules.get(obj.__module__), '__dict__', None)
        own = dict(obj.__dict__)
    elif ismodule(obj):
        found = getattr(obj, '__annotations__', None)
        names, own = obj.__dict__, None
    elif callable(obj):
        found = getattr(obj, '__annotations__', None)
        names, own = getattr(obj, '__globals__', None), None
    else:
        raise TypeError(f'{obj!r} is not a module, class, or callable.')
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ValueError(f'{obj!r}.__annotations__ is neither a dict nor None')
    if not eval_str:
        return dict(found)
    names = names if globals is None else globals
    own = own if locals is None else locals
    return {
        key: eval(value, names, own) if isinstance(value, str) else value
        for key, value in found.items()
    }


def getgeneratorstate(generator):
    """One of GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED and GEN_CLOSED."""
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_suspended:
        return GEN_SUSPENDED
    if generator.gi_frame is None:
        return GEN_CLOSED
    return GEN_CREATED


def getcoroutinestate(coroutine):
    """One of CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED and CORO_CLOSED."""
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_suspended:
        return CORO_SUSPENDED
    if coroutine.cr_frame is None:
        return CORO_CLOSED
    return CORO_CREATED


def getgeneratorlocals(generator):
    """The local variables of a generator."""
    if not isgenerator(generator):
        raise TypeError(f'{generator!r} is not a Python generator')
    frame = getattr(generator, 'gi_frame', None)
    return {} if frame is None else frame.f_locals


def getcoroutinelocals(coroutine):
    """The local variables of a coroutine."""
    frame = getattr(coroutine, 'cr_frame', None)
    return {} if frame is None else frame.f_locals


# Sources and frames; they stand on what is above.
from _inspect_source import (
    FrameInfo, Traceback, findsource, getabsfile, getargvalues, getblock, getcomments, getfile,
    getframeinfo, getinnerframes, getlineno, getouterframes, getsource, getsourcefile,
    getsourcelines, stack, trace,
)

__all__ = [
    name for name in globals() if name[0] != '_' and name not in ('namedtuple', 'sys', 'types')
]
