"""Checks of warnings."""

import contextlib
import sys
import unittest
import warnings


def ignore_warnings(*, category):
    def decorate(test):
        def wrapper(self, *args, **kwargs):
            with warnings.catch_warnings():
                warnings.simplefilter('ignore', category=category)
                return test(self, *args, **kwargs)
        wrapper.__name__ = test.__name__
        return wrapper
    return decorate


def check_syntax_warning(testcase, statement, errtext='', *, lineno=1, offset=None):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always', SyntaxWarning)
        compile(statement, '<testcase>', 'exec')
    testcase.assertEqual(len(caught), 1, caught)
    warning, = caught
    testcase.assertTrue(issubclass(warning.category, SyntaxWarning), warning.category)
    if errtext:
        testcase.assertRegex(str(warning.message), errtext)
    testcase.assertEqual(warning.filename, '<testcase>')
    testcase.assertIsNotNone(warning.lineno)
    if lineno is not None:
        testcase.assertEqual(warning.lineno, lineno)
    with warnings.catch_warnings():
        warnings.simplefilter('error', SyntaxWarning)
        with testcase.assertRaisesRegex(SyntaxError, errtext) as raised:
            compile(statement, '<testcase>', 'exec')
    if lineno is not None:
        testcase.assertEqual(raised.exception.lineno, lineno)
    if offset is not None:
        testcase.assertEqual(raised.exception.offset, offset)


class WarningsRecorder:
    """The recorded warnings, the last one's attributes foremost."""

    def __init__(self, recorded):
        self._warnings = recorded
        self._last = 0

    def __getattr__(self, name):
        if len(self._warnings) > self._last:
            return getattr(self._warnings[-1], name)
        if name in warnings.WarningMessage._WARNING_DETAILS:
            return None
        raise AttributeError(f'{self!r} has no attribute {name!r}')

    @property
    def warnings(self):
        return self._warnings[self._last:]

    def reset(self):
        self._last = len(self._warnings)


@contextlib.contextmanager
def check_warnings(*filters, **kwargs):
    quiet = kwargs.get('quiet')
    if not filters:
        filters = (('', Warning),)
        if quiet is None:
            quiet = True
    with warnings.catch_warnings(record=True) as recorded:
        warnings.simplefilter('always')
        yield WarningsRecorder(recorded)
    left = list(recorded)
    missing = []
    import re
    for pattern, category in filters:
        seen = False
        for entry in left[:]:
            message = entry.message
            if re.match(pattern, str(message), re.I) and issubclass(type(message), category):
                seen = True
                left.remove(entry)
        if not seen and not quiet:
            missing.append((pattern, category.__name__))
    if left:
        raise AssertionError(f'unhandled warning {left[0]}')
    if missing:
        raise AssertionError(f'filter {missing[0]} did not catch any warning')


@contextlib.contextmanager
def check_no_warnings(testcase, message='', category=Warning, force_gc=False):
    from test.support import gc_collect
    with warnings.catch_warnings(record=True) as recorded:
        warnings.filterwarnings('always', message=message, category=category)
        yield
        if force_gc:
            gc_collect()
    testcase.assertEqual(recorded, [])


@contextlib.contextmanager
def check_no_resource_warning(testcase):
    with check_no_warnings(testcase, category=ResourceWarning, force_gc=True):
        yield


@contextlib.contextmanager
def save_restore_warnings_filters():
    before = warnings.filters[:]
    try:
        yield
    finally:
        warnings.filters[:] = before
