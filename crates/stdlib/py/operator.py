"""The language's operators as functions."""

from _operator import (
    abs, add, and_, attrgetter, concat, contains, countOf, delitem, eq, floordiv, ge, getitem, gt,
    iadd, iand, iconcat, ifloordiv, ilshift, imatmul, imod, imul, indexOf, inv, invert, ior, ipow,
    irshift, is_, is_not, isub, itemgetter, itruediv, ixor, le, lshift, lt, matmul, methodcaller,
    mod, mul, ne, neg, not_, or_, pos, pow, rshift, setitem, sub, truediv, truth, xor,
)

__all__ = [
    'abs', 'add', 'and_', 'attrgetter', 'call', 'concat', 'contains', 'countOf', 'delitem', 'eq',
    'floordiv', 'ge', 'getitem', 'gt', 'iadd', 'iand', 'iconcat', 'ifloordiv', 'ilshift', 'imatmul',
    'imod', 'imul', 'index', 'indexOf', 'inv', 'invert', 'ior', 'ipow', 'irshift', 'is_', 'is_not',
    'isub', 'itemgetter', 'itruediv', 'ixor', 'le', 'length_hint', 'lshift', 'lt', 'matmul',
    'methodcaller', 'mod', 'mul', 'ne', 'neg', 'not_', 'or_', 'pos', 'pow', 'rshift', 'setitem',
    'sub', 'truediv', 'truth', 'xor',
]


def index(a, /):
    "Same as a.__index__()"
    try:
        method = type(a).__index__
    except AttributeError:
        raise TypeError(f"'{type(a).__name__}' object cannot be interpreted as an integer") from None
    return method(a)


def length_hint(obj, default=0, /):
    "Return an estimate of the number of items in obj."
    if not isinstance(default, int):
        raise TypeError(f"'{type(default).__name__}' object cannot be interpreted as an integer")
    try:
        return len(obj)
    except TypeError:
        pass
    try:
        hint = type(obj).__length_hint__
    except AttributeError:
        return default
    try:
        value = hint(obj)
    except TypeError:
        return default
    if value is NotImplemented:
        return default
    if not isinstance(value, int):
        raise TypeError(f'__length_hint__ must be an integer, not {type(value).__name__}')
    if value < 0:
        raise ValueError('__length_hint__() should return >= 0')
    return value


def call(obj, /, *args, **kwargs):
    "Same as obj(*args, **kwargs)."
    return obj(*args, **kwargs)


__lt__, __le__, __eq__, __ne__, __ge__, __gt__ = lt, le, eq, ne, ge, gt
__not__, __abs__, __add__, __and__, __call__ = not_, abs, add, and_, call
__floordiv__, __index__, __inv__, __invert__ = floordiv, index, inv, invert
__lshift__, __mod__, __mul__, __matmul__, __neg__ = lshift, mod, mul, matmul, neg
__or__, __pos__, __pow__, __rshift__, __sub__ = or_, pos, pow, rshift, sub
__truediv__, __xor__, __concat__, __contains__ = truediv, xor, concat, contains
__delitem__, __getitem__, __setitem__ = delitem, getitem, setitem
__iadd__, __iand__, __iconcat__, __ifloordiv__ = iadd, iand, iconcat, ifloordiv
__ilshift__, __imod__, __imul__, __imatmul__, __ior__ = ilshift, imod, imul, imatmul, ior
__ipow__, __irshift__, __isub__, __itruediv__, __ixor__ = ipow, irshift, isub, itruediv, ixor
