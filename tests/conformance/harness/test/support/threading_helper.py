"""Threads of tests."""

import contextlib
import unittest

can_start_thread = False


def requires_working_threading(*, module=False):
    if module:
        raise unittest.SkipTest('placeholder: threads')
    return unittest.skip('placeholder: threads')


def threading_setup():
    return ()


def threading_cleanup(*original):
    pass


def reap_threads(function):
    return function


@contextlib.contextmanager
def start_threads(threads, unlock=None):
    raise unittest.SkipTest('placeholder: threads')
    yield


@contextlib.contextmanager
def wait_threads_exit(timeout=None):
    yield


def join_thread(thread, timeout=None):
    thread.join(timeout)
