"""Futures, and waiting for them."""

import time
import threading
import types
from collections import namedtuple

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'

PENDING = 'PENDING'
RUNNING = 'RUNNING'
CANCELLED = 'CANCELLED'
CANCELLED_AND_NOTIFIED = 'CANCELLED_AND_NOTIFIED'
FINISHED = 'FINISHED'

_SHOWN = {PENDING: 'pending', RUNNING: 'running', CANCELLED: 'cancelled',
          CANCELLED_AND_NOTIFIED: 'cancelled', FINISHED: 'finished'}
_OVER = (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)


class Error(Exception):
    """What goes wrong with futures."""


class CancelledError(Error):
    """The future was cancelled."""


TimeoutError = TimeoutError


class InvalidStateError(Error):
    """The future is not in a state in which this can be done."""


class BrokenExecutor(RuntimeError):
    """The executor takes no more functions: one of its threads could not be prepared."""


class Future:
    """The result of a function that runs beside the caller."""

    def __init__(self):
        """Make a future that waits; executors do this."""
        self._condition = threading.Condition()
        self._state = PENDING
        self._result = None
        self._exception = None
        self._waiters = []
        self._done_callbacks = []

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            self._call(callback)

    def _call(self, callback):
        try:
            callback(self)
        except Exception:
            import sys
            sys.stderr.write(f'exception calling callback for {self!r}\n')
            sys.excepthook(*sys.exc_info())

    def __repr__(self):
        name, state = type(self).__name__, _SHOWN[self._state]
        if self._state == FINISHED:
            if self._exception:
                outcome = f'raised {type(self._exception).__name__}'
            else:
                outcome = f'returned {type(self._result).__name__}'
            return f'<{name} at {id(self):#x} state={state} {outcome}>'
        return f'<{name} at {id(self):#x} state={state}>'

    def cancel(self):
        """Cancel the function if it does not run yet; False if it does or is done."""
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state in _OVER:
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        """Return whether it was cancelled."""
        return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        """Return whether it runs now."""
        return self._state == RUNNING

    def done(self):
        """Return whether it has ended or was cancelled."""
        return self._state in _OVER

    def _get(self):
        if self._exception:
            try:
                raise self._exception
            finally:
                # The traceback keeps the frame: break the cycle.
                self = None
        return self._result

    def add_done_callback(self, fn):
        """Have a function called with the future once it is done."""
        with self._condition:
            if self._state not in _OVER:
                self._done_callbacks.append(fn)
                return
        self._call(fn)

    def _wait(self, timeout):
        if self._state not in _OVER:
            self._condition.wait_for(self.done, timeout)
        if self.cancelled():
            raise CancelledError()
        if self._state != FINISHED:
            raise TimeoutError()

    def result(self, timeout=None):
        """The result, waiting for it; what the function raised is raised."""
        try:
            with self._condition:
                self._wait(timeout)
                return self._get()
        finally:
            self = None

    def exception(self, timeout=None):
        """What the function raised, or None, waiting for its end."""
        with self._condition:
            self._wait(timeout)
            return self._exception

    def set_running_or_notify_cancel(self):
        """Mark the future as running; False if it was cancelled."""
        with self._condition:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                for waiter in self._waiters:
                    waiter.add_cancelled(self)
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            raise RuntimeError('Future in unexpected state')

    def set_result(self, result):
        """Set the result: for those who run the function."""
        with self._condition:
            self._refuse_if_over()
            self._result = result
            self._state = FINISHED
            for waiter in self._waiters:
                waiter.add_result(self)
            self._condition.notify_all()
        self._invoke_callbacks()

    def set_exception(self, exception):
        """Set what was raised: for those who run the function."""
        with self._condition:
            self._refuse_if_over()
            self._exception = exception
            self._state = FINISHED
            for waiter in self._waiters:
                waiter.add_exception(self)
            self._condition.notify_all()
        self._invoke_callbacks()

    def _refuse_if_over(self):
        if self._state in _OVER:
            raise InvalidStateError(f'{self._state}: {self!r}')

    __class_getitem__ = classmethod(types.GenericAlias)


class _Waiter:
    """Collects what is done until enough is."""

    def __init__(self, pending, return_when):
        self.event = threading.Event()
        self.finished_futures = []
        self._pending = pending
        self._return_when = return_when

    def _one(self, future, failed):
        self.finished_futures.append(future)
        self._pending -= 1
        if (self._pending <= 0 or self._return_when == FIRST_COMPLETED
                or failed and self._return_when == FIRST_EXCEPTION):
            self.event.set()

    def add_result(self, future):
        self._one(future, False)

    def add_exception(self, future):
        self._one(future, True)

    def add_cancelled(self, future):
        self._one(future, False)


DoneAndNotDoneFutures = namedtuple('DoneAndNotDoneFutures', 'done not_done')


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Wait for futures: the sets of those that are done and those that are not."""
    fs = set(fs)
    done = {f for f in fs if f._state in (CANCELLED_AND_NOTIFIED, FINISHED)}
    not_done = fs - done
    if return_when == FIRST_COMPLETED and done:
        return DoneAndNotDoneFutures(done, not_done)
    if return_when == FIRST_EXCEPTION and any(
            not f.cancelled() and f.exception() is not None for f in done):
        return DoneAndNotDoneFutures(done, not_done)
    if not not_done:
        return DoneAndNotDoneFutures(done, not_done)
    if return_when not in (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION):
        raise ValueError(f'Invalid return condition: {return_when!r}')
    waiter = _Waiter(len(not_done), return_when)
    for future in not_done:
        future._waiters.append(waiter)
    try:
        waiter.event.wait(timeout)
    finally:
        for future in not_done:
            future._waiters.remove(waiter)
    done.update(waiter.finished_futures)
    return DoneAndNotDoneFutures(done, fs - done)


def as_completed(fs, timeout=None):
    """Yield futures as they become done."""
    end = None if timeout is None else time.monotonic() + timeout
    fs = set(fs)
    total = len(fs)
    finished = [f for f in fs if f._state in (CANCELLED_AND_NOTIFIED, FINISHED)]
    pending = fs - set(finished)
    waiter = _Waiter(len(pending), FIRST_COMPLETED)
    for future in pending:
        future._waiters.append(waiter)
    try:
        while finished:
            yield finished.pop(0)
        while pending:
            rest = None
            if end is not None:
                rest = end - time.monotonic()
                if rest < 0:
                    raise TimeoutError(f'{len(pending)} (of {total}) futures unfinished')
            waiter.event.wait(rest)
            finished, waiter.finished_futures = waiter.finished_futures, []
            waiter.event.clear()
            for future in finished:
                future._waiters.remove(waiter)
                pending.discard(future)
            while finished:
                yield finished.pop(0)
    finally:
        for future in pending:
            if waiter in future._waiters:
                future._waiters.remove(waiter)


class Executor:
    """What runs functions beside the caller."""

    def submit(self, fn, /, *args, **kwargs):
        """Have a function called, and return the future of its result."""
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """As the built-in map(), with the calls running beside each other."""
        end = None if timeout is None else time.monotonic() + timeout
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                futures.reverse()
                while futures:
                    future = futures.pop()
                    if end is None:
                        yield _result_or_cancel(future)
                    else:
                        yield _result_or_cancel(future, end - time.monotonic())
            finally:
                for future in futures:
                    future.cancel()

        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Take no more functions, and free what was used."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


def _result_or_cancel(future, timeout=None):
    try:
        try:
            return future.result(timeout)
        finally:
            future.cancel()
    finally:
        del future
