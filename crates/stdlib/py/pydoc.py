"""Short texts about objects, for people: help()."""

import sys
import types

import inspect

__all__ = ['help']

_WIDTH = 78

_KEYWORDS = {
    'False': 'The false value of bool.', 'None': 'The value that stands for nothing.',
    'True': 'The true value of bool.', 'and': 'x and y: x if it is false, otherwise y.',
    'as': 'Names what import, with, except or a pattern gives.',
    'assert': 'assert test, message: raises AssertionError if the test is false.',
    'async': 'async def, async for, async with: within coroutines.',
    'await': 'await x: waits for a coroutine, task or future and gives its result.',
    'break': 'Leaves the innermost loop.', 'class': 'class Name(bases): defines a class.',
    'continue': 'Goes on with the next round of the innermost loop.',
    'def': 'def name(parameters): defines a function.',
    'del': 'del x, x[i], x.name: takes a name, an item or an attribute away.',
    'elif': 'elif test: the next case of an if.',
    'else': 'What is done otherwise: of if, for, while and try.',
    'except': 'except Error as name: handles an exception of a try.',
    'finally': 'What is done at the end of a try in any case.',
    'for': 'for item in items: does its block for each item.',
    'from': 'from module import name; raise error from cause; yield from items.',
    'global': 'global x: x is the module\'s, not the function\'s.',
    'if': 'if test: does its block if the test is true; a if test else b.',
    'import': 'import module, from module import name: makes names known.',
    'in': 'x in items: whether x is among the items.',
    'is': 'x is y: whether both are the same object.',
    'lambda': 'lambda parameters: expression: a function without a name.',
    'nonlocal': 'nonlocal x: x is that of the function around.',
    'not': 'not x: True if x is false.', 'or': 'x or y: x if it is true, otherwise y.',
    'pass': 'Does nothing.', 'raise': 'raise Error(...): ends what runs with an exception.',
    'return': 'return value: leaves the function with a result.',
    'try': 'try: a block whose exceptions are handled by except and finally.',
    'while': 'while test: does its block as long as the test is true.',
    'with': 'with x as name: does its block between x.__enter__() and x.__exit__().',
    'yield': 'yield x: gives a value of a generator and waits there.',
    'match': 'match value: does the block of the first case whose pattern fits.',
    'case': 'case pattern: a case of a match.',
}


def getdoc(object):
    """The docstring of an object, without its indentation."""
    return inspect.getdoc(object) or ''


def _signature(function):
    try:
        return str(inspect.signature(function))
    except (ValueError, TypeError):
        return '(...)'


def _bind(lines, text, indent):
    for line in text.splitlines():
        lines.append((indent + line).rstrip() if line else indent.rstrip())


def _routine(lines, name, function, indent=''):
    inner = function
    head = ''
    if isinstance(function, (classmethod, staticmethod)):
        inner = function.__func__
        head = ' of class' if isinstance(function, classmethod) else ' (static)'
    lines.append(f'{indent}{name}{_signature(inner)}{head and "  #" + head}')
    _bind(lines, getdoc(inner), indent + '    ')


def _is_routine(value):
    return isinstance(value, (classmethod, staticmethod)) or inspect.isroutine(value)


def _class(lines, name, cls, indent=''):
    bases = [base.__qualname__ if base.__module__ in ('builtins', cls.__module__)
             else f'{base.__module__}.{base.__qualname__}' for base in cls.__bases__]
    bases = '' if bases == ['object'] or not bases else f'({", ".join(bases)})'
    lines.append(f'{indent}class {name}{bases}')
    bar = indent + ' |  '
    try:
        lines.append(f'{bar}{name}{inspect.signature(cls)}')
        lines.append(bar)
    except (ValueError, TypeError):
        pass
    doc = getdoc(cls)
    if doc:
        _bind(lines, doc, bar)
        lines.append(bar)
    if len(cls.__mro__) > 2:
        lines.append(f'{bar}Method resolution order:')
        for base in cls.__mro__:
            lines.append(f'{bar}    {base.__module__}.{base.__qualname__}')
        lines.append(bar)
    shown = set()
    for owner in cls.__mro__:
        if owner is object and cls is not object:
            break
        where = 'defined here' if owner is cls else f'inherited from {owner.__qualname__}'
        routines, properties, data = [], [], []
        for key, value in owner.__dict__.items():
            if key in shown or key in ('__module__', '__doc__', '__dict__', '__weakref__', '__qualname__'):
                continue
            shown.add(key)
            if _is_routine(value):
                if not key.startswith('_') or key.startswith('__'):
                    routines.append((key, value))
            elif isinstance(value, property) or inspect.isdatadescriptor(value):
                properties.append((key, value))
            elif not key.startswith('_'):
                data.append((key, value))
        for title, kind in (('Methods', routines), ('Properties', properties), ('Data', data)):
            if not kind:
                continue
            lines.append(f'{bar}{title} {where}:')
            lines.append(bar)
            for key, value in sorted(kind) if owner.__module__ == 'builtins' else kind:
                if kind is routines:
                    _routine(lines, key, value, bar)
                elif kind is properties:
                    lines.append(bar + key)
                    _bind(lines, getdoc(value), bar + '    ')
                else:
                    text = f'{key} = {value!r}'
                    lines.append(bar + (text if len(text) < _WIDTH else text[:_WIDTH - 3] + '...'))
                lines.append(bar)
    while lines[-1] == bar:
        lines.pop()


def _module(lines, module):
    lines.append('NAME')
    doc = getdoc(module)
    first, _, rest = doc.partition('\n')
    lines.append(f'    {module.__name__}' + (f' - {first}' if first else ''))
    lines.append('')
    if rest.strip():
        lines.append('DESCRIPTION')
        _bind(lines, rest.strip(), '    ')
        lines.append('')
    names = getattr(module, '__all__', None)
    if names is None:
        names = [name for name in module.__dict__ if not name.startswith('_')]
    classes, functions, data = [], [], []
    for name in sorted(names):
        value = getattr(module, name, None)
        own = getattr(value, '__module__', None) in (module.__name__, None)
        if inspect.isclass(value) and own:
            classes.append((name, value))
        elif inspect.isroutine(value):
            functions.append((name, value))
        elif not inspect.ismodule(value) and not inspect.isclass(value):
            data.append((name, value))
    if classes:
        lines.append('CLASSES')
        for name, value in classes:
            _class(lines, name, value, '    ')
            lines.append('')
    if functions:
        lines.append('FUNCTIONS')
        for name, value in functions:
            _routine(lines, name, value, '    ')
            lines.append('')
    if data:
        lines.append('DATA')
        for name, value in data:
            text = f'{name} = {value!r}'
            lines.append('    ' + (text if len(text) < _WIDTH else text[:_WIDTH - 3] + '...'))
        lines.append('')
    file = getattr(module, '__file__', None)
    lines.append('FILE')
    lines.append(f'    {file or "(built-in)"}')


def describe(thing):
    """What kind of thing it is: 'function f', 'class A'."""
    name = getattr(thing, '__name__', '?')
    if inspect.ismodule(thing):
        return ('package ' if hasattr(thing, '__path__') else 'module ') + name
    if inspect.isclass(thing):
        return 'class ' + name
    if inspect.isfunction(thing):
        return 'function ' + name
    if inspect.ismethod(thing):
        return 'method ' + name
    if inspect.isbuiltin(thing):
        return 'built-in function ' + name
    if isinstance(thing, property):
        return 'property'
    if inspect.isroutine(thing):
        return 'method ' + name
    return type(thing).__name__


def _resolve(thing):
    """The object that a dotted name stands for."""
    if not isinstance(thing, str):
        return thing, getattr(thing, '__name__', None)
    import builtins
    parts = thing.split('.')
    found, used = None, 0
    for count in range(1, len(parts) + 1):
        try:
            __import__('.'.join(parts[:count]))
        except Exception:
            break
        found, used = sys.modules['.'.join(parts[:count])], count
    if found is None:
        if not hasattr(builtins, parts[0]):
            raise ImportError(f'No documentation found for {thing!r}.')
        found, used = getattr(builtins, parts[0]), 1
    for part in parts[used:]:
        if not hasattr(found, part):
            raise ImportError(f'No documentation found for {thing!r}.')
        found = getattr(found, part)
    return found, thing


def render_doc(thing, title='Help on %s:'):
    """The text about an object, or about what a dotted name stands for."""
    object, name = _resolve(thing)
    what = describe(object)
    module = getattr(object, '__module__', None)
    if isinstance(name, str) and '.' in name:
        what += ' in ' + name.rpartition('.')[0]
    elif isinstance(module, str) and not inspect.ismodule(object):
        what += ' in module ' + module
    lines = [title % what, '']
    if inspect.ismodule(object):
        _module(lines, object)
    elif inspect.isclass(object):
        _class(lines, object.__name__, object)
    elif inspect.isroutine(object):
        _routine(lines, getattr(object, '__name__', '?'), object)
    elif isinstance(object, property):
        _bind(lines, getdoc(object), '')
    else:
        # An object without a text of its own is explained by its class.
        lines[0] = title % f'{type(object).__name__} object'
        _class(lines, type(object).__name__, type(object))
    return '\n'.join(lines) + '\n'


def _modules():
    names = set(sys.modules) | set(getattr(sys, 'builtin_module_names', ()))
    return sorted(name for name in names if not name.startswith('_') and '.' not in name)


_DIALOGUE = object()


class Helper:
    """help(object), help('name'), help() for a dialogue."""

    def __repr__(self):
        return '<help>'

    def __call__(self, request=_DIALOGUE):
        if request is _DIALOGUE:
            self.interact()
        else:
            self.help(request)

    def help(self, request):
        """Shows the text about an object or a name."""
        if isinstance(request, str):
            request = request.strip()
            if request == 'keywords':
                return print('\n' + '  '.join(sorted(_KEYWORDS)) + '\n')
            if request == 'modules':
                return print('\n' + '  '.join(_modules()) + '\n')
            if request in _KEYWORDS and request not in ('True', 'False', 'None'):
                return print(f'\n{request}\n    {_KEYWORDS[request]}\n')
        try:
            print(render_doc(request))
        except ImportError as error:
            print(f'{error}\nUse help() to get the interactive help utility.\n'
                  'Use help(str) for help on the str class.\n')

    def interact(self):
        """Asks for names until there is none."""
        print('\nType the name of a module, a function, a class or a keyword.\n'
              "'modules' and 'keywords' list names, 'quit' or an empty line ends.\n")
        while True:
            try:
                request = input('help> ').strip()
            except (KeyboardInterrupt, EOFError):
                print()
                break
            if request.lower() in ('', 'q', 'quit'):
                break
            self.help(request)


help = Helper()
