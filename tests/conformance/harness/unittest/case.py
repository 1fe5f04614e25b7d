"""TestCase: fixtures, subtests, skips and every assertion."""

import sys
import warnings


class SkipTest(Exception):
    """Raised by a test that cannot run here."""


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def doModuleCleanups():
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        function(*args, **kwargs)


def enterModuleContext(manager):
    value = type(manager).__enter__(manager)
    addModuleCleanup(type(manager).__exit__, manager, None, None, None)
    return value


def skip(reason):
    """Decorates a test or a class that cannot run."""

    def decorate(item):
        if not isinstance(item, type):
            def skipped(*args, **kwargs):
                raise SkipTest(reason)
            skipped.__name__ = getattr(item, '__name__', 'skipped')
            skipped.__qualname__ = getattr(item, '__qualname__', 'skipped')
            skipped.__module__ = getattr(item, '__module__', None)
            skipped.__doc__ = getattr(item, '__doc__', None)
            item = skipped
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item

    if callable(reason) and not isinstance(reason, str):
        item, reason = reason, ''
        return decorate(item)
    return decorate


def _unchanged(item):
    return item


def skipIf(condition, reason):
    return skip(reason) if condition else _unchanged


def skipUnless(condition, reason):
    return _unchanged if condition else skip(reason)


def expectedFailure(item):
    item.__unittest_expecting_failure__ = True
    return item


def _is_subtype(expected, base):
    if isinstance(expected, tuple):
        return all(_is_subtype(one, base) for one in expected)
    return isinstance(expected, type) and issubclass(expected, base)


def _clear_frames(exception):
    """A caught exception must not keep what the test's frames hold."""
    seen = set()
    while exception is not None and id(exception) not in seen:
        seen.add(id(exception))
        try:
            traceback = exception.__traceback__
            while traceback is not None:
                try:
                    traceback.tb_frame.clear()
                except (RuntimeError, AttributeError):
                    pass
                traceback = traceback.tb_next
        except AttributeError:
            pass
        exception = exception.__cause__ or exception.__context__


class _AssertRaises:
    """assertRaises and assertRaisesRegex as a context manager or around a call."""

    def __init__(self, case, expected, pattern=None):
        for one in expected if isinstance(expected, tuple) else (expected,):
            if hasattr(type(one), '_placeholder_of'):
                raise SkipTest(f'placeholder: {one._placeholder}')
        if not _is_subtype(expected, BaseException):
            raise TypeError('arg 1 must be an exception type or tuple of exception types')
        self.case = case
        self.expected = expected
        self.pattern = pattern
        self.msg = None

    def handle(self, name, args, kwargs):
        if not args:
            self.msg = kwargs.pop('msg', None)
            if kwargs:
                raise TypeError(f'{next(iter(kwargs))!r} is an invalid keyword argument')
            return self
        callable, *args = args
        with self:
            callable(*args, **kwargs)

    def __enter__(self):
        return self

    def __exit__(self, kind, exception, traceback):
        if kind is None:
            try:
                name = self.expected.__name__
            except AttributeError:
                name = str(self.expected)
            self.case.fail(self.case._formatMessage(self.msg, f'{name} not raised'))
        if not issubclass(kind, self.expected):
            return False
        _clear_frames(exception)
        self.exception = exception.with_traceback(None)
        if self.pattern is not None and not _search(self.pattern, str(exception)):
            pattern = getattr(self.pattern, 'pattern', self.pattern)
            self.case.fail(self.case._formatMessage(
                self.msg, f'"{pattern}" does not match "{exception}"'))
        return True


def _search(pattern, text):
    import re
    if isinstance(pattern, (str, bytes)):
        pattern = re.compile(pattern)
    return pattern.search(text)


class _AssertWarns(_AssertRaises):
    """assertWarns and assertWarnsRegex."""

    def __init__(self, case, expected, pattern=None):
        if not _is_subtype(expected, Warning):
            raise TypeError('arg 1 must be a warning type or tuple of warning types')
        super().__init__(case, expected, pattern)

    def __enter__(self):
        for module in list(sys.modules.values()):
            if getattr(module, '__warningregistry__', None):
                module.__warningregistry__ = {}
        self.manager = warnings.catch_warnings(record=True)
        self.warnings = self.manager.__enter__()
        warnings.simplefilter('always', self.expected)
        return self

    def __exit__(self, kind, exception, traceback):
        self.manager.__exit__(kind, exception, traceback)
        if kind is not None:
            return
        first = None
        for entry in self.warnings:
            message = entry.message
            if not isinstance(message, self.expected):
                continue
            if first is None:
                first = message
            if self.pattern is not None and not _search(self.pattern, str(message)):
                continue
            self.warning = message
            self.filename = entry.filename
            self.lineno = entry.lineno
            return
        name = getattr(self.expected, '__name__', str(self.expected))
        if first is not None:
            self.case.fail(f'"{self.pattern}" does not match "{first}"')
        self.case.fail(f'{name} not triggered')


class _SubTest:
    """Failures within are kept; the test goes on."""

    def __init__(self, case, message, params):
        self.case = case
        self.message = message
        self.params = params

    def __enter__(self):
        self.outer = self.case._subtest
        self.case._subtest = self

    def __exit__(self, kind, exception, traceback):
        self.case._subtest = self.outer
        if kind is None:
            return True
        if issubclass(kind, SkipTest):
            self.case._skipped_subtests.append(str(exception))
            return True
        if not issubclass(kind, Exception):
            return False
        self.case._failures.append((self.describe(), exception))
        return True

    def describe(self):
        words = [] if self.message is None else [f'[{self.message}]']
        for key, value in self.params.items():
            try:
                words.append(f'{key}={value!r}')
            except Exception:
                words.append(f'{key}=?')
        return '(' + ', '.join(words) + ')'


class TestCase:
    """One test method with its fixtures."""

    failureException = AssertionError
    longMessage = True
    maxDiff = None

    def __init_subclass__(cls, *args, **kwargs):
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        self._testMethodDoc = getattr(getattr(self, methodName, None), '__doc__', None)
        self._cleanups = []
        self._failures = []
        self._skipped_subtests = []
        self._subtest = None
        self._equality = {
            dict: 'assertDictEqual', list: 'assertListEqual', tuple: 'assertTupleEqual',
            set: 'assertSetEqual', frozenset: 'assertSetEqual', str: 'assertMultiLineEqual',
        }

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def id(self):
        cls = type(self)
        return f'{cls.__module__}.{cls.__qualname__}.{self._testMethodName}'

    def __repr__(self):
        return f'<{type(self).__qualname__} testMethod={self._testMethodName}>'

    def __str__(self):
        return f'{self._testMethodName} ({type(self).__qualname__})'

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def shortDescription(self):
        doc = self._testMethodDoc
        return doc.strip().split('\n')[0].strip() if doc else None

    def countTestCases(self):
        return 1

    def addTypeEqualityFunc(self, kind, function):
        self._equality[kind] = function

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, manager):
        value = type(manager).__enter__(manager)
        self.addCleanup(type(manager).__exit__, manager, None, None, None)
        return value

    def doCleanups(self):
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            function(*args, **kwargs)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, manager):
        value = type(manager).__enter__(manager)
        cls.addClassCleanup(type(manager).__exit__, manager, None, None, None)
        return value

    @classmethod
    def doClassCleanups(cls):
        cleanups = getattr(cls, '_class_cleanups', [])
        while cleanups:
            function, args, kwargs = cleanups.pop()
            function(*args, **kwargs)

    # The stages of one test; IsolatedAsyncioTestCase has other ways to call them.
    def _call_setup(self):
        self.setUp()

    def _call_test(self, method):
        method()

    def _call_teardown(self):
        self.tearDown()

    def _run(self):
        """Runs the test; failures are raised or kept in `_failures`, skips are raised."""
        method = getattr(self, self._testMethodName)
        for item in (type(self), method):
            if getattr(item, '__unittest_skip__', False):
                raise SkipTest(getattr(item, '__unittest_skip_why__', ''))
        expected = getattr(type(self), '__unittest_expecting_failure__', False) or getattr(
            method, '__unittest_expecting_failure__', False)
        # Tear-down may look at `sys.exc_info()`: it runs after the handlers, not in them.
        errors = []
        self._stage(errors, self._call_setup)
        if not errors:
            self._stage(errors, self._call_test, method)
            if expected:
                # What CPython cannot do and this engine can is no failure.
                if errors and not isinstance(errors[0], SkipTest):
                    errors.clear()
            self._stage(errors, self._call_teardown)
        self._stage(errors, self.doCleanups)
        if errors:
            raise errors[0]
        if expected:
            self._failures.clear()
        if not self._failures and self._skipped_subtests:
            raise SkipTest(self._skipped_subtests[0])

    def _stage(self, errors, function, *args):
        try:
            function(*args)
        except Exception as error:
            errors.append(error)

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def run(self, result=None):
        self._run()

    def debug(self):
        self._run()

    def subTest(self, msg=None, **params):
        return _SubTest(self, msg, params)

    def skipTest(self, reason):
        raise SkipTest(reason)

    def _formatMessage(self, msg, standard):
        return standard if msg is None else f'{standard} : {msg}'

    def fail(self, msg=None):
        raise self.failureException(msg)

    def assertTrue(self, expr, msg=None):
        if not expr:
            self.fail(self._formatMessage(msg, f'{expr!r} is not true'))

    def assertFalse(self, expr, msg=None):
        if expr:
            self.fail(self._formatMessage(msg, f'{expr!r} is not false'))

    def assertEqual(self, first, second, msg=None):
        if type(first) is type(second):
            function = self._equality.get(type(first))
            if function is not None:
                if isinstance(function, str):
                    function = getattr(self, function)
                return function(first, second, msg=msg)
        if not first == second:
            self.fail(self._formatMessage(msg, f'{_short(first)} != {_short(second)}'))

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self.fail(self._formatMessage(msg, f'{_short(first)} == {_short(second)}'))

    def assertIs(self, first, second, msg=None):
        if first is not second:
            self.fail(self._formatMessage(msg, f'{_short(first)} is not {_short(second)}'))

    def assertIsNot(self, first, second, msg=None):
        if first is second:
            self.fail(self._formatMessage(msg, f'unexpectedly identical: {_short(first)}'))

    def assertIsNone(self, value, msg=None):
        if value is not None:
            self.fail(self._formatMessage(msg, f'{_short(value)} is not None'))

    def assertIsNotNone(self, value, msg=None):
        if value is None:
            self.fail(self._formatMessage(msg, 'unexpectedly None'))

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self.fail(self._formatMessage(
                msg, f'{_short(member)} not found in {_short(container)}'))

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self.fail(self._formatMessage(
                msg, f'{_short(member)} unexpectedly found in {_short(container)}'))

    def assertIsInstance(self, value, cls, msg=None):
        if not isinstance(value, cls):
            self.fail(self._formatMessage(msg, f'{_short(value)} is not an instance of {cls!r}'))

    def assertNotIsInstance(self, value, cls, msg=None):
        if isinstance(value, cls):
            self.fail(self._formatMessage(msg, f'{_short(value)} is an instance of {cls!r}'))

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self.fail(self._formatMessage(msg, f'{_short(a)} not less than {_short(b)}'))

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self.fail(self._formatMessage(msg, f'{_short(a)} not less than or equal to {_short(b)}'))

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self.fail(self._formatMessage(msg, f'{_short(a)} not greater than {_short(b)}'))

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self.fail(self._formatMessage(
                msg, f'{_short(a)} not greater than or equal to {_short(b)}'))

    def _near(self, first, second, places, delta):
        if first == second:
            return True, 0
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        difference = abs(first - second)
        if delta is not None:
            return difference <= delta, difference
        return round(difference, 7 if places is None else places) == 0, difference

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        near, difference = self._near(first, second, places, delta)
        if not near:
            self.fail(self._formatMessage(
                msg, f'{_short(first)} != {_short(second)} ({difference} difference)'))

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        near, difference = self._near(first, second, places, delta)
        if near:
            self.fail(self._formatMessage(msg, f'{_short(first)} == {_short(second)}'))

    def assertSequenceEqual(self, first, second, msg=None, seq_type=None):
        if seq_type is not None:
            for value in (first, second):
                if not isinstance(value, seq_type):
                    raise self.failureException(f'not a {seq_type.__name__}: {_short(value)}')
        if first == second:
            return
        if len(first) == len(second) and all(one == other for one, other in zip(first, second)):
            return
        at = ''
        for index, (one, other) in enumerate(zip(first, second)):
            if one != other:
                at = f' (first at {index}: {_short(one)} != {_short(other)})'
                break
        self.fail(self._formatMessage(msg, f'{_short(first)} != {_short(second)}{at}'))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        try:
            left, right = set1.difference(set2), set2.difference(set1)
        except (TypeError, AttributeError) as error:
            self.fail(f'no sets: {error}')
        if left or right:
            self.fail(self._formatMessage(
                msg, f'only in the first: {_short(left)}, only in the second: {_short(right)}'))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            self.fail(self._formatMessage(msg, f'{_short(d1)} != {_short(d2)}'))

    def assertDictContainsSubset(self, subset, dictionary, msg=None):
        for key, value in subset.items():
            if key not in dictionary or dictionary[key] != value:
                self.fail(self._formatMessage(msg, f'missing or other: {key!r}'))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, 'First argument is not a string')
        self.assertIsInstance(second, str, 'Second argument is not a string')
        if first != second:
            self.fail(self._formatMessage(msg, f'{_short(first)} != {_short(second)}'))

    def assertCountEqual(self, first, second, msg=None):
        left, right = list(first), list(second)
        for value in list(left):
            for at, other in enumerate(right):
                if value == other:
                    del right[at]
                    left.remove(value)
                    break
        if left or right:
            self.fail(self._formatMessage(
                msg, f'only in the first: {_short(left)}, only in the second: {_short(right)}'))

    def assertRaises(self, expected, *args, **kwargs):
        return _AssertRaises(self, expected).handle('assertRaises', args, kwargs)

    def assertRaisesRegex(self, expected, expected_regex, *args, **kwargs):
        return _AssertRaises(self, expected, expected_regex).handle(
            'assertRaisesRegex', args, kwargs)

    def assertWarns(self, expected, *args, **kwargs):
        return _AssertWarns(self, expected).handle('assertWarns', args, kwargs)

    def assertWarnsRegex(self, expected, expected_regex, *args, **kwargs):
        return _AssertWarns(self, expected, expected_regex).handle(
            'assertWarnsRegex', args, kwargs)

    def assertRegex(self, text, expected_regex, msg=None):
        if not _search(expected_regex, text):
            pattern = getattr(expected_regex, 'pattern', expected_regex)
            self.fail(self._formatMessage(msg, f"{pattern!r} not found in {text!r}"))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        if _search(unexpected_regex, text):
            self.fail(self._formatMessage(msg, f'{unexpected_regex!r} matches {text!r}'))

    def assertLogs(self, logger=None, level=None):
        raise SkipTest('placeholder: logging')

    assertNoLogs = assertLogs
    assertEquals = assertEqual
    assert_ = assertTrue
    failUnlessEqual = assertEqual


def _short(value):
    text = repr(value)
    return text if len(text) <= 500 else text[:500] + '...'


class FunctionTestCase(TestCase):
    """A function as a test."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._function = testFunc

    def runTest(self):
        self._function()


class IsolatedAsyncioTestCase(TestCase):
    """Fixtures and tests that may be coroutines, run by one asyncio.Runner."""

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, function, /, *args, **kwargs):
        self.addCleanup(function, *args, **kwargs)

    async def enterAsyncContext(self, manager):
        value = await type(manager).__aenter__(manager)
        self.addAsyncCleanup(type(manager).__aexit__, manager, None, None, None)
        return value

    def _wait(self, function, *args, **kwargs):
        import inspect
        outcome = function(*args, **kwargs)
        if inspect.isawaitable(outcome):
            async def wrapper():
                return await outcome
            return self._runner.run(wrapper(), context=self._context)
        return outcome

    def _run(self):
        import asyncio
        import contextvars
        self._runner = asyncio.Runner(debug=True)
        self._context = contextvars.copy_context()
        try:
            super()._run()
        finally:
            self._runner.close()

    def _call_setup(self):
        self._runner.get_loop()
        self._context.run(self.setUp)
        self._wait(self.asyncSetUp)

    def _call_test(self, method):
        self._wait(method)

    def _call_teardown(self):
        self._wait(self.asyncTearDown)
        self._context.run(self.tearDown)

    def doCleanups(self):
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._wait(function, *args, **kwargs)
