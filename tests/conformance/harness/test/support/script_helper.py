"""Other interpreters are not started here: tests that want one are skipped."""

import unittest


def _no_process(*args, **kwargs):
    raise unittest.SkipTest('placeholder: subprocess')


assert_python_ok = assert_python_failure = spawn_python = kill_python = _no_process
run_python_until_end = make_script = make_pkg = make_zip_script = _no_process


def interpreter_requires_environment():
    return False
