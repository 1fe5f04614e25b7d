"""Placeholders for modules that are beyond the product.

A test file can import such a module and take names from it; a test that uses one of them is
skipped. The runner puts one into `sys.modules` for each name of `NAMES` that cannot be imported.
"""

import sys
import unittest

# Modules that belong to later issues, or to CPython alone. Modules of the product's own list
# must not stand here: their absence is a failure.
NAMES = (
    '_pickle', '_random', '_string', 'ast', 'concurrent.futures', 'ctypes', 'datetime', 'decimal', 'dis',
    'doctest', 'fractions', 'gettext', 'locale', 'logging', 'marshal', 'multiprocessing',
    'pathlib', 'pickle', 'pyperf', 'select', 'selectors', 'signal', 'socket', 'sqlite3',
    'ssl', 'subprocess', 'tempfile', 'textwrap', 'tokenize', 'xxsubtype',
)

# What files want to know while they are imported.
VALUES = {'pickle.HIGHEST_PROTOCOL': 5, 'pickle.DEFAULT_PROTOCOL': 4}


def used(name):
    """What happens when a test does something with a placeholder."""
    raise unittest.SkipTest(f'placeholder: {name}')


class Stand:
    """Anything of a module that is not there."""

    # What the thin unittest knows one by.
    _placeholder_of = True

    def __init__(self, name):
        object.__setattr__(self, '_placeholder', name)

    def __mro_entries__(self, bases):
        return ()

    def __repr__(self):
        return f'<placeholder {self._placeholder}>'

    def __getattr__(self, name):
        if name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        return Stand(f'{self._placeholder}.{name}')

    def __hash__(self):
        return hash(self._placeholder)


def _raising(name):
    def method(self, *args, **kwargs):
        used(self._placeholder)
    method.__name__ = name
    return method


for _name in (
    '__call__ __eq__ __ne__ __lt__ __le__ __gt__ __ge__ __add__ __radd__ __sub__ __rsub__ __mul__ '
    '__rmul__ __or__ __ror__ __and__ __iter__ __next__ __len__ __getitem__ __setitem__ '
    '__contains__ __index__ __int__ __float__ __enter__ __exit__ __instancecheck__ '
    '__subclasscheck__ __bool__ __setattr__'
).split():
    setattr(Stand, _name, _raising(_name))


def module(name):
    """A module whose every name is a Stand."""

    def stand(attribute):
        if attribute.startswith('__') and attribute.endswith('__'):
            raise AttributeError(attribute)
        full = f'{name}.{attribute}'
        return VALUES[full] if full in VALUES else Stand(full)

    made = type(sys)(name)
    made.__path__ = []
    made.__getattr__ = stand
    return made


def install():
    """Enters the placeholders for what cannot be imported."""
    # It takes logging where there is some.
    import asyncio
    for name in NAMES:
        try:
            __import__(name)
        except ImportError:
            for part in (name.partition('.')[0], name):
                if part not in sys.modules:
                    sys.modules[part] = module(part)
            if '.' in name:
                parent, _, child = name.partition('.')
                setattr(sys.modules[parent], child, sys.modules[name])
