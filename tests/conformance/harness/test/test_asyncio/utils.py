"""The helper of CPython's asyncio tests, for the parts that need no sockets.

`TestLoop` is a loop whose time is the test's: a generator is asked how far to go for each timer.
"""

import asyncio
import collections
import contextlib
import re
import sys
import unittest
from asyncio import base_events
from asyncio import events
from asyncio import format_helpers
from test import support
from test.support import threading_helper
from unittest import mock


def run_briefly(loop):
    async def once():
        pass
    gen = once()
    task = loop.create_task(gen)
    task._log_destroy_pending = False
    try:
        loop.run_until_complete(task)
    finally:
        gen.close()


def run_until(loop, pred, timeout=support.SHORT_TIMEOUT):
    import time
    end = time.monotonic() + timeout
    while not pred():
        if time.monotonic() > end:
            raise asyncio.TimeoutError()
        loop.run_until_complete(asyncio.sleep(0.001))


def run_once(loop):
    loop.call_soon(loop.stop)
    loop.run_forever()


class TestLoop(base_events.BaseEventLoop):
    """A loop with a clock of its own."""

    def __init__(self, gen=None):
        super().__init__()
        if gen is None:
            def gen():
                yield
            self._check_on_close = False
        else:
            self._check_on_close = True
        self._gen = gen()
        next(self._gen)
        self._time = 0
        self._clock_resolution = 1e-9
        self._timers = []

    def time(self):
        return self._time

    def advance_time(self, advance):
        if advance:
            self._time += advance

    def close(self):
        super().close()
        if self._check_on_close:
            try:
                self._gen.send(0)
            except StopIteration:
                pass
            else:
                raise AssertionError('Time generator is not finished')

    def _run_once(self):
        super()._run_once()
        for when in self._timers:
            self.advance_time(self._gen.send(when))
        self._timers = []

    def call_at(self, when, callback, *args, context=None):
        self._timers.append(when)
        return super().call_at(when, callback, *args, context=context)

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        pass


def MockCallback(**kwargs):
    return mock.Mock(spec=['__call__'], **kwargs)


class MockPattern(str):
    """Equal to every text in which it is found."""

    def __eq__(self, other):
        return bool(re.search(str(self), other, re.S))

    __hash__ = str.__hash__


class MockInstanceOf:
    """Equal to every instance of a type."""

    def __init__(self, type):
        self._type = type

    def __eq__(self, other):
        return isinstance(other, self._type)


def get_function_source(function):
    source = format_helpers._get_function_source(function)
    if source is None:
        raise ValueError('unable to get the source of %r' % (function,))
    return source


class TestCase(unittest.TestCase):
    """A test with loops that are closed behind it."""

    @staticmethod
    def close_loop(loop):
        if not loop.is_closed():
            loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()

    def set_event_loop(self, loop, *, cleanup=True):
        if loop is None:
            raise AssertionError('loop is None')
        events.set_event_loop(None)
        if cleanup:
            self.addCleanup(self.close_loop, loop)

    def new_test_loop(self, gen=None):
        loop = TestLoop(gen)
        self.set_event_loop(loop)
        return loop

    def setUp(self):
        self._thread_cleanup = threading_helper.threading_setup()

    def tearDown(self):
        events.set_event_loop(None)
        self.assertEqual(sys.exc_info(), (None, None, None))
        self.doCleanups()


@contextlib.contextmanager
def disable_logger():
    from asyncio.log import logger
    before = logger.level
    try:
        logger.setLevel(51)
        yield
    finally:
        logger.setLevel(before)


async def await_without_task(coro):
    error = None

    def step():
        nonlocal error
        try:
            for _ in coro.__await__():
                pass
        except BaseException as raised:
            error = raised
    asyncio.get_running_loop().call_soon(step)
    await asyncio.sleep(0)
    if error is not None:
        raise error
