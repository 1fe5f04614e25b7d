"""A thin unittest: what CPython's test files use of it, for the conformance run.

Written for this run alone; it is no module of the product. `case` has TestCase and the
assertions, `mock` the few stand-ins that the files patch in.
"""

from unittest.case import (
    FunctionTestCase, IsolatedAsyncioTestCase, SkipTest, TestCase, addModuleCleanup,
    doModuleCleanups, enterModuleContext, expectedFailure, skip, skipIf, skipUnless,
)


class TestResult:
    """Counts; the runner has its own way to report."""

    def __init__(self, *args, **kwargs):
        self.failures = []
        self.errors = []
        self.skipped = []
        self.testsRun = 0

    def wasSuccessful(self):
        return not self.failures and not self.errors


class TestSuite:
    """Tests that a file collects by itself."""

    def __init__(self, tests=()):
        self._tests = list(tests)

    def addTest(self, test):
        self._tests.append(test)

    def addTests(self, tests):
        self._tests.extend(tests)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return len(self._tests)


class TestLoader:
    """Finds the test methods of a class in the order of their names."""

    testMethodPrefix = 'test'

    def getTestCaseNames(self, testCaseClass):
        names = [
            name for name in dir(testCaseClass)
            if name.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, name))
        ]
        names.sort()
        return names

    def loadTestsFromTestCase(self, testCaseClass):
        return TestSuite(map(testCaseClass, self.getTestCaseNames(testCaseClass)))


defaultTestLoader = TestLoader()


def main(*args, **kwargs):
    """The runner runs the tests; a file that is run by itself finds nothing here."""


def installHandler():
    """Ctrl-C needs no handler here."""


def __getattr__(name):
    if name == 'mock':
        import unittest.mock
        return unittest.mock
    raise AttributeError(f"module 'unittest' has no attribute {name!r}")
