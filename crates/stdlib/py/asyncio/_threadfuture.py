"""A future for other threads, where the build has left concurrent.futures out."""

import time

from . import exceptions
from .log import logger


class ThreadFuture:
    """As much of concurrent.futures.Future as run_coroutine_threadsafe() needs."""

    def __init__(self):
        self._state = 'PENDING'
        self._result = None
        self._exception = None
        self._callbacks = []

    def cancel(self):
        """Cancel the future; False if it runs or is done."""
        if self._state in ('RUNNING', 'FINISHED'):
            return False
        if self._state == 'PENDING':
            self._end('CANCELLED')
        return True

    def cancelled(self):
        """Return True if the future was cancelled."""
        return self._state == 'CANCELLED'

    def running(self):
        """Return True while the future runs."""
        return self._state == 'RUNNING'

    def done(self):
        """Return True if the future is done."""
        return self._state in ('CANCELLED', 'FINISHED')

    def add_done_callback(self, callback):
        """Have a function called with the future once it is done."""
        if self.done():
            self._call(callback)
        else:
            self._callbacks.append(callback)

    def set_running_or_notify_cancel(self):
        """Mark the future running; False if it was cancelled."""
        if self._state == 'CANCELLED':
            return False
        self._state = 'RUNNING'
        return True

    def set_result(self, result):
        """Set the result."""
        self._result = result
        self._end('FINISHED')

    def set_exception(self, exception):
        """Set the exception."""
        self._exception = exception
        self._end('FINISHED')

    def result(self, timeout=None):
        """Wait for the result."""
        self._wait(timeout)
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self, timeout=None):
        """Wait for the exception, or None."""
        self._wait(timeout)
        return self._exception

    def _wait(self, timeout):
        end = None if timeout is None else time.monotonic() + timeout
        while not self.done():
            if end is not None and time.monotonic() >= end:
                raise TimeoutError
            time.sleep(0.001)
        if self._state == 'CANCELLED':
            raise exceptions.CancelledError

    def _end(self, state):
        self._state = state
        callbacks, self._callbacks = self._callbacks, []
        for callback in callbacks:
            self._call(callback)

    def _call(self, callback):
        try:
            callback(self)
        except Exception:
            logger.exception('exception calling callback for %r', self)
