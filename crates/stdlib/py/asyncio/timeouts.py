"""Time limits for blocks of code."""

__all__ = ('Timeout', 'timeout', 'timeout_at')

from . import events, exceptions, tasks

_CREATED = 'created'
_ENTERED = 'active'
_EXPIRING = 'expiring'
_EXPIRED = 'expired'
_EXITED = 'finished'


class Timeout:
    """Cancels the task at a time, and turns the cancellation into a TimeoutError.

    Made by timeout() and timeout_at().
    """

    def __init__(self, when):
        """Make a timeout that is over at a time of the loop; None is never."""
        self._state = _CREATED
        self._when = when
        self._timer = None
        self._task = None
        self._cancelling = 0

    def __repr__(self):
        info = f'[{self._state}]'
        if self._state == _ENTERED:
            when = self._when
            info += f' when={None if when is None else round(when, 3)}'
        return f'<Timeout {info}>'

    def when(self):
        """Return the time of the limit, or None."""
        return self._when

    def reschedule(self, when):
        """Move the limit; None takes it away."""
        if self._state != _ENTERED:
            if self._state == _CREATED:
                raise RuntimeError('Timeout has not been entered')
            raise RuntimeError(f'Cannot change state of {self._state} Timeout')
        self._when = when
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if when is not None:
            loop = events.get_running_loop()
            if when <= loop.time():
                self._timer = loop.call_soon(self._on_timeout)
            else:
                self._timer = loop.call_at(when, self._on_timeout)

    def expired(self):
        """Return True if the limit was reached."""
        return self._state in (_EXPIRING, _EXPIRED)

    async def __aenter__(self):
        if self._state != _CREATED:
            raise RuntimeError('Timeout has already been entered')
        task = tasks.current_task()
        if task is None:
            raise RuntimeError('Timeout should be used inside a task')
        self._state = _ENTERED
        self._task = task
        self._cancelling = task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._state == _EXPIRING:
            self._state = _EXPIRED
            # A cancellation by somebody else goes on as one.
            others = self._task.uncancel() > self._cancelling
            if not others and exc_type is exceptions.CancelledError:
                raise exceptions.TimeoutError from exc_val
        elif self._state == _ENTERED:
            self._state = _EXITED
        return None

    def _on_timeout(self):
        self._task.cancel()
        self._state = _EXPIRING
        self._timer = None


def timeout(delay):
    """A time limit for an `async with` block, in seconds from now; None for no limit."""
    loop = events.get_running_loop()
    return Timeout(None if delay is None else loop.time() + delay)


def timeout_at(when):
    """A time limit for an `async with` block, at a time of the loop's clock."""
    return Timeout(when)
