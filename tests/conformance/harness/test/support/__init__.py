"""What CPython's test files take from `test.support`, written anew for the conformance run.

Whatever tests CPython's own workings is a skip whose reason starts with `cpython`; the tool
counts those apart, as it does the placeholders.
"""

import contextlib
import functools
import sys
import unittest

verbose = 0
use_resources = None
failfast = False
junit_xml_list = None
has_fork_support = False
has_subprocess_support = False
is_android = is_emscripten = is_wasi = is_jython = False
python_is_optimized = lambda: True
Py_DEBUG = False
MS_WINDOWS = False
PIPE_MAX_SIZE = 4 * 1024 * 1024 + 1
LOOPBACK_TIMEOUT = 5.0
SHORT_TIMEOUT = 30.0
LONG_TIMEOUT = 300.0
MAX_Py_ssize_t = sys.maxsize
NHASHBITS = 64
TEST_MODULES_ENABLED = False
HAVE_DOCSTRINGS = True
MISSING_C_DOCSTRINGS = False
_1M = 1 << 20
_1G = 1 << 30
_2G = 2 << 30
_4G = 4 << 30
max_memuse = 0
real_max_memuse = 0


class Error(Exception):
    """What regression tests raise."""


class TestFailed(Error):
    """A test has failed."""


class TestDidNotRun(Error):
    """No test was run."""


class ResourceDenied(unittest.SkipTest):
    """A test wants what is not given."""


def _of_cpython(what):
    return unittest.skip(f'cpython: {what}')


cpython_only = _of_cpython('cpython_only')


def impl_detail(msg=None, **guards):
    if check_impl_detail(**guards):
        return lambda item: item
    return _of_cpython(msg or 'implementation detail')


def check_impl_detail(**guards):
    if not guards:
        return False
    default = not list(guards.values())[0]
    return guards.get(sys.implementation.name, default)


def no_tracing(item):
    return item


refcount_test = _of_cpython('reference counts')


def requires_IEEE_754(item):
    return item


def requires_docstrings(item):
    return item


def requires_legacy_unicode_capi(item=None):
    skip = _of_cpython('the C interface')
    return skip(item) if item is not None else skip


def requires_subprocess():
    return unittest.skip('placeholder: subprocess')


def requires_fork():
    return unittest.skip('placeholder: fork')


def requires_working_socket(*, module=False):
    """Asyncio runs on the scheduler here; what opens sockets meets a placeholder."""
    return None if module else (lambda item: item)


def requires_resource(resource):
    if resource in ('cpu', 'largefile', 'network', 'walltime'):
        return unittest.skip(f'resource: {resource}')
    return lambda item: item


def requires(resource, msg=None):
    raise ResourceDenied(f'resource: {resource}')


def is_resource_enabled(resource):
    return False


def skip_if_pgo_task(item):
    return item


def skip_if_sanitizer(*args, **kwargs):
    return lambda item: item


def skip_if_buggy_ucrt_strfptime(item):
    return item


def requires_mac_ver(*least):
    return lambda item: item


def bigmemtest(size, memuse, dry_run=True):
    return unittest.skip('resource: memory')


def bigaddrspacetest(item):
    return unittest.skip('resource: memory')(item)


def set_memlimit(limit):
    pass


def run_with_locale(*args):
    return unittest.skip('placeholder: locale')


def run_with_tz(tz):
    return unittest.skip('placeholder: time zones')


def check_sizeof(test, value, size):
    raise unittest.SkipTest('cpython: sizes')


def calcobjsize(fmt):
    raise unittest.SkipTest('cpython: sizes')


calcvobjsize = calcobjsize


def get_attribute(value, name):
    try:
        return getattr(value, name)
    except AttributeError:
        raise unittest.SkipTest(f'object {value!r} has no attribute {name!r}')


def gc_collect():
    import gc
    for _ in range(3):
        gc.collect()


@contextlib.contextmanager
def disable_gc():
    import gc
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def check_syntax_error(testcase, statement, errtext='', *, lineno=None, offset=None):
    with testcase.assertRaisesRegex(SyntaxError, errtext) as caught:
        compile(statement, '<test string>', 'exec')
    error = caught.exception
    testcase.assertIsNotNone(error.lineno)
    if lineno is not None:
        testcase.assertEqual(error.lineno, lineno)
    testcase.assertIsNotNone(error.offset)
    if offset is not None:
        testcase.assertEqual(error.offset, offset)


@contextlib.contextmanager
def captured_output(name):
    import io
    original = getattr(sys, name)
    setattr(sys, name, io.StringIO())
    try:
        yield getattr(sys, name)
    finally:
        setattr(sys, name, original)


def captured_stdout():
    return captured_output('stdout')


def captured_stderr():
    return captured_output('stderr')


def captured_stdin():
    return captured_output('stdin')


@contextlib.contextmanager
def swap_attr(value, name, replacement):
    missing = object()
    before = getattr(value, name, missing)
    setattr(value, name, replacement)
    try:
        yield None if before is missing else before
    finally:
        if before is missing:
            if hasattr(value, name):
                delattr(value, name)
        else:
            setattr(value, name, before)


@contextlib.contextmanager
def swap_item(value, key, replacement):
    missing = object()
    before = value[key] if key in value else missing
    value[key] = replacement
    try:
        yield None if before is missing else before
    finally:
        if before is not missing:
            value[key] = before
        elif key in value:
            del value[key]


@contextlib.contextmanager
def infinite_recursion(max_depth=75):
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max_depth)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


@contextlib.contextmanager
def set_recursion_limit(limit):
    with infinite_recursion(limit):
        yield


@contextlib.contextmanager
def adjust_int_max_str_digits(digits):
    before = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(digits)
    try:
        yield
    finally:
        sys.set_int_max_str_digits(before)


class SuppressCrashReport:
    """No process that crashes on purpose is started here."""

    def __enter__(self):
        return self

    def __exit__(self, *details):
        pass


class catch_unraisable_exception:
    """Keeps what would be told as 'Exception ignored in'."""

    def __init__(self):
        self.unraisable = None

    def __enter__(self):
        self._before = sys.unraisablehook
        sys.unraisablehook = self._hook
        return self

    def _hook(self, unraisable):
        self.unraisable = unraisable

    def __exit__(self, *details):
        sys.unraisablehook = self._before
        self.unraisable = None


def check_free_after_iterating(test, iterator, cls, args=()):
    class Watched(cls):
        def __del__(self):
            nonlocal done
            done = True
            try:
                next(it)
            except StopIteration:
                pass

    done = False
    it = iterator(Watched(*args))
    test.assertRaises(StopIteration, next, it)
    gc_collect()
    test.assertTrue(done)


def check_disallow_instantiation(testcase, cls, *args, **kwargs):
    module, name = cls.__module__, cls.__name__
    if module != 'builtins':
        name = f'{module}.{name}'
    testcase.assertRaisesRegex(
        TypeError, f"cannot create '{_escape(name)}' instances", cls, *args, **kwargs)


def _escape(text):
    import re
    return re.escape(text)


def load_package_tests(folder, loader, standard_tests, pattern):
    """The conformance tool knows a package's files."""
    return standard_tests


def run_in_subinterp(code):
    raise unittest.SkipTest('cpython: subinterpreters')


def maybe_get_event_loop_policy():
    import asyncio.events
    return asyncio.events._event_loop_policy


def reap_children():
    pass


def collision_stats(nbins, nballs):
    raise unittest.SkipTest('cpython: hash values')


@contextlib.contextmanager
def setswitchinterval(interval):
    yield


def get_original_stdout():
    return sys.__stdout__


def sortdict(mapping):
    return '{' + ', '.join('%r: %r' % item for item in sorted(mapping.items())) + '}'


def missing_compiler_executable(names=()):
    return 'none'


def late_deletion(value):
    pass


@functools.total_ordering
class _Largest:
    """Greater than everything but itself."""

    def __eq__(self, other):
        return isinstance(other, _Largest)

    def __lt__(self, other):
        return False


@functools.total_ordering
class _Smallest:
    """Less than everything but itself."""

    def __eq__(self, other):
        return isinstance(other, _Smallest)

    def __gt__(self, other):
        return False


class _AlwaysEqual:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


class _NeverEqual:
    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True

    def __hash__(self):
        return 1


LARGEST = _Largest()
SMALLEST = _Smallest()
ALWAYS_EQ = _AlwaysEqual()
NEVER_EQ = _NeverEqual()


class Matcher:
    """Used with logging, which is a placeholder."""


def __getattr__(name):
    if name in ('import_helper', 'os_helper', 'warnings_helper', 'script_helper',
                'threading_helper', 'hashlib_helper', 'socket_helper'):
        return __import__(f'test.support.{name}', fromlist=['*'])
    raise AttributeError(f"module 'test.support' has no attribute {name!r}")
