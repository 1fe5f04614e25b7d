"""Modules that a test may lack, and those that exist twice in CPython."""

import contextlib
import sys
import unittest


def import_module(name, deprecated=False, *, required_on=()):
    if name.startswith(('_test', '_xx', 'xx')):
        raise unittest.SkipTest(f'cpython: {name}')
    try:
        return __import__(name, fromlist=['*'])
    except ImportError as error:
        raise unittest.SkipTest(f'placeholder: {error}')


def import_fresh_module(name, fresh=(), blocked=(), deprecated=False):
    """CPython has many modules in Python and in C. Here each exists once: as the former.

    The files skip what is about the C one if it is None. Only json's wants both.
    """
    if fresh and name != 'json':
        return None
    try:
        return __import__(name, fromlist=['*'])
    except ImportError:
        return None


@contextlib.contextmanager
def isolated_modules():
    before = sys.modules.copy()
    try:
        yield
    finally:
        for name in list(sys.modules):
            if name not in before:
                del sys.modules[name]


class CleanImport:
    """The named modules are imported anew inside."""

    def __init__(self, *names, usefrozen=False):
        self.before = sys.modules.copy()
        for name in names:
            sys.modules.pop(name, None)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        sys.modules.update(self.before)


def unload(name):
    sys.modules.pop(name, None)


def forget(name):
    unload(name)


def make_legacy_pyc(source):
    raise unittest.SkipTest('cpython: pyc files')
