"""How callbacks, results and their like are shown in messages."""

from functools import partial

from . import constants

_CONTAINERS = {'list': ('[', ']', 6), 'tuple': ('(', ')', 6), 'set': ('{', '}', 6),
               'frozenset': ('frozenset({', '})', 6), 'deque': ('deque([', '])', 6)}


def _shorten(text, limit):
    if len(text) <= limit:
        return text
    head = (limit - 3) // 2
    return text[:head] + '...' + text[len(text) - (limit - 3 - head):]


def short_repr(value, level=6):
    """The repr of a value as reprlib makes it: long ones lose their middle."""
    name = type(value).__name__
    if name == 'str':
        limit = 30
        text = repr(value[:limit])
        if len(text) > limit:
            head = (limit - 3) // 2
            tail = limit - 3 - head
            text = repr(value[:head] + value[len(value) - tail:])
            text = text[:head] + '...' + text[len(text) - tail:]
        return text
    if name == 'int':
        return _shorten(repr(value), 40)
    if name == 'dict':
        if not value:
            return '{}'
        if level <= 0:
            return '{...}'
        parts = []
        keys = list(value)
        try:
            keys.sort()
        except Exception:
            pass
        for key in keys[:4]:
            parts.append(f'{short_repr(key, level - 1)}: {short_repr(value[key], level - 1)}')
        if len(value) > 4:
            parts.append('...')
        return '{' + ', '.join(parts) + '}'
    if name in _CONTAINERS:
        left, right, limit = _CONTAINERS[name]
        if not value and 'set' in name:
            return name + '()'
        if level <= 0 and value:
            return left + '...' + right
        items = list(value)
        if 'set' in name:
            try:
                items.sort()
            except Exception:
                pass
        parts = [short_repr(item, level - 1) for item in items[:limit]]
        if len(items) > limit:
            parts.append('...')
        if name == 'tuple' and len(items) == 1:
            right = ',' + right
        return left + ', '.join(parts) + right
    try:
        text = repr(value)
    except Exception:
        return f'<{name} instance at {id(value):#x}>'
    return _shorten(text, 30)


_Function = type(_shorten)


def _get_function_source(func):
    while hasattr(func, '__wrapped__'):
        func = func.__wrapped__
    if isinstance(func, partial):
        return _get_function_source(func.func)
    if not isinstance(func, _Function):
        return None
    code = func.__code__
    return code.co_filename, code.co_firstlineno


def _format_args_and_kwargs(args, kwargs):
    items = [short_repr(arg) for arg in args or ()]
    if kwargs:
        items.extend(f'{name}={short_repr(value)}' for name, value in kwargs.items())
    return f'({", ".join(items)})'


def _format_callback(func, args, kwargs, suffix=''):
    if isinstance(func, partial):
        suffix = _format_args_and_kwargs(args, kwargs) + suffix
        return _format_callback(func.func, func.args, func.keywords, suffix)
    name = getattr(func, '__qualname__', None) or getattr(func, '__name__', None) or repr(func)
    return name + _format_args_and_kwargs(args, kwargs) + suffix


def _format_callback_source(func, args):
    text = _format_callback(func, args, None)
    source = _get_function_source(func)
    return f'{text} at {source[0]}:{source[1]}' if source else text


def extract_stack(depth):
    """Where the caller of the caller is, as the traceback module has it, for debug mode."""
    try:
        import sys
        import traceback
        frame = sys._getframe(depth)
        return traceback.StackSummary.extract(
            reversed(list(traceback.walk_stack(frame))[:constants.DEBUG_STACK_DEPTH]),
            lookup_lines=False)
    except (ImportError, AttributeError, ValueError):
        return None


def format_stack(stack):
    """A stack of extract_stack() as text."""
    import traceback
    return ''.join(traceback.format_list(stack)).rstrip()
