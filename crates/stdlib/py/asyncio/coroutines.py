"""What counts as a coroutine, and how one is shown."""

__all__ = ('iscoroutinefunction', 'iscoroutine')

import sys
from functools import partial


async def _sample():
    pass


def _generator():
    yield


_made = _sample()
_TYPES = {type(_made): True, type(_generator()): True}
_made.close()
del _made

_Function = type(_sample)


class _Bound:
    def method(self):
        pass


_Method = type(_Bound().method)

# A function with this value as its `_is_coroutine` counts as a coroutine function.
_is_coroutine = object()

_CO_COROUTINE = 0x80


def iscoroutinefunction(func):
    """Return True if func is a function made by `async def`."""
    if getattr(func, '_is_coroutine', None) is _is_coroutine:
        return True
    while True:
        if isinstance(func, _Method):
            func = func.__func__
        elif isinstance(func, partial):
            func = func.func
        else:
            break
    return isinstance(func, _Function) and bool(func.__code__.co_flags & _CO_COROUTINE)


def iscoroutine(obj):
    """Return True if obj is a coroutine object."""
    kind = type(obj)
    if kind in _TYPES:
        return True
    if all(hasattr(kind, name) for name in ('send', 'throw', 'close', '__await__')):
        if len(_TYPES) < 100:
            _TYPES[kind] = True
        return True
    abc = sys.modules.get('collections.abc')
    return abc is not None and isinstance(obj, abc.Coroutine)


def _format_coroutine(coro, ended=False):
    name = getattr(coro, '__qualname__', None) or getattr(coro, '__name__', None)
    if not name:
        name = f'<{type(coro).__name__} without __name__>'
    name += '()'
    prefix = 'gi' if not hasattr(coro, 'cr_code') and hasattr(coro, 'gi_code') else 'cr'
    code = getattr(coro, prefix + '_code', None)
    if code is None:
        return f'{name} running' if getattr(coro, 'cr_running', False) else name
    frame = getattr(coro, prefix + '_frame', coro)
    line = code.co_firstlineno
    if frame is None or frame is coro and ended:
        return f'{name} done, defined at {code.co_filename}:{line}'
    if frame is not coro:
        line = frame.f_lineno
    return f'{name} running at {code.co_filename}:{line}'
