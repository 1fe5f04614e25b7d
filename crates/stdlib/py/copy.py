"""Shallow and deep copies."""

from copyreg import dispatch_table
import weakref

__all__ = ['Error', 'copy', 'deepcopy']


class Error(Exception):
    """An object that cannot be copied."""


error = Error


def copy(x):
    """A shallow copy: a new object with the same parts."""
    cls = type(x)
    copier = _shallow.get(cls)
    if copier is not None:
        return copier(x)
    if issubclass(cls, type):
        return x
    copier = getattr(cls, '__copy__', None)
    if copier is not None:
        return copier(x)
    reduced = _reduced(x, cls, 'shallow')
    if isinstance(reduced, str):
        return x
    return _reconstruct(x, None, *reduced)


def deepcopy(x, memo=None, _nil=[]):
    """A deep copy: a new object with copies of the parts, each copied once."""
    if memo is None:
        memo = {}
    key = id(x)
    known = memo.get(key, _nil)
    if known is not _nil:
        return known
    cls = type(x)
    copier = _deep.get(cls)
    if copier is not None:
        made = copier(x, memo)
    elif issubclass(cls, type):
        made = x
    else:
        copier = getattr(x, '__deepcopy__', None)
        if copier is not None:
            made = copier(memo)
        else:
            reduced = _reduced(x, cls, 'deep')
            made = x if isinstance(reduced, str) else _reconstruct(x, memo, *reduced)
    if made is not x:
        memo[key] = made
        _keep(x, memo)
    return made


def _keep(x, memo):
    """Keep an original alive as long as the memo, for its id has to stay its own."""
    try:
        memo[id(memo)].append(x)
    except KeyError:
        memo[id(memo)] = [x]


def _reduced(x, cls, kind):
    """How to make such an object again: a function, its arguments, and maybe more."""
    reducer = dispatch_table.get(cls)
    if reducer is not None:
        return reducer(x)
    reducer = getattr(x, '__reduce_ex__', None)
    if reducer is not None:
        return reducer(4)
    reducer = getattr(x, '__reduce__', None)
    if reducer is not None:
        return reducer()
    raise Error(f'un({kind})copyable object of type {cls}')


def _reconstruct(x, memo, func, args, state=None, items=None, pairs=None):
    """Make an object of what __reduce_ex__() says; deeply if there is a memo."""
    deep = memo is not None
    if deep and args:
        args = tuple([deepcopy(each, memo) for each in args])
    made = func(*args)
    if deep:
        memo[id(x)] = made
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(made, '__setstate__'):
            made.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                made.__dict__.update(state)
            if slots is not None:
                for name, value in slots.items():
                    setattr(made, name, value)
    if items is not None:
        for item in items:
            made.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for key, value in pairs:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            made[key] = value
    return made


def _same(x, memo=None):
    return x


def _copied_list(x, memo):
    made = memo[id(x)] = []
    for item in x:
        made.append(deepcopy(item, memo))
    return made


def _copied_tuple(x, memo):
    made = [deepcopy(item, memo) for item in x]
    # A part may have led back to the tuple.
    known = memo.get(id(x))
    if known is not None:
        return known
    for item, new in zip(x, made):
        if item is not new:
            return tuple(made)
    return x


def _copied_dict(x, memo):
    made = memo[id(x)] = {}
    for key, value in x.items():
        made[deepcopy(key, memo)] = deepcopy(value, memo)
    return made


def _copied_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


class _Methods:
    def method(self):
        """Only its type is of interest."""


_IMMUTABLE = (
    type(None), int, float, bool, complex, str, bytes, type, type(...), type(NotImplemented),
    type(len), type(copy), type(copy.__code__), weakref.ref, property,
)
_shallow = {each: _same for each in (*_IMMUTABLE, tuple, frozenset, range, slice)}
_shallow |= {each: each.copy for each in (list, dict, set, bytearray)}
_deep = {each: _same for each in (*_IMMUTABLE, range)}
_deep |= {
    list: _copied_list,
    tuple: _copied_tuple,
    dict: _copied_dict,
    type(_Methods().method): _copied_method,
}
