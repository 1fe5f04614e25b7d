"""Handles, the abstract loop, policies, and which loop runs."""

__all__ = (
    'AbstractEventLoopPolicy', 'AbstractEventLoop', 'Handle', 'TimerHandle',
    'get_event_loop_policy', 'set_event_loop_policy', 'get_event_loop', 'set_event_loop',
    'new_event_loop', '_set_running_loop', 'get_running_loop', '_get_running_loop',
)

import sys

from _thread_tasks import get_ident

from . import format_helpers

try:
    from contextvars import copy_context
except ImportError:
    def copy_context():
        """No context, where there are no context variables."""
        return None

class Handle:
    """A callback that call_soon() has put in line."""

    __slots__ = ('_callback', '_args', '_cancelled', '_loop', '_repr', '_context', '__weakref__')

    def __init__(self, callback, args, loop, context=None):
        self._callback = callback
        self._args = args
        self._loop = loop
        self._context = copy_context() if context is None else context
        self._cancelled = False
        self._repr = None

    def _repr_info(self):
        info = [type(self).__name__]
        if self._cancelled:
            info.append('cancelled')
        if self._callback is not None:
            info.append(format_helpers._format_callback_source(self._callback, self._args))
        return info

    def __repr__(self):
        return self._repr or f'<{" ".join(self._repr_info())}>'

    def cancel(self):
        """Make the loop pass over the callback."""
        if not self._cancelled:
            self._cancelled = True
            if self._loop.get_debug():
                self._repr = repr(self)
            self._callback = None
            self._args = None

    def cancelled(self):
        """Return True if cancel() was called."""
        return self._cancelled

    def _run(self):
        try:
            context = self._context
            if context is None:
                self._callback(*self._args)
            else:
                context.run(self._callback, *self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            what = format_helpers._format_callback_source(self._callback, self._args)
            self._loop.call_exception_handler({
                'message': f'Exception in callback {what}',
                'exception': error,
                'handle': self,
            })


class TimerHandle(Handle):
    """A callback that call_later() or call_at() has put off."""

    __slots__ = ('_scheduled', '_when')

    def __init__(self, when, callback, args, loop, context=None):
        super().__init__(callback, args, loop, context)
        self._when = when
        self._scheduled = False

    def _repr_info(self):
        info = super()._repr_info()
        info.insert(2 if self._cancelled else 1, f'when={self._when}')
        return info

    def __hash__(self):
        return hash(self._when)

    def __lt__(self, other):
        return self._when < other._when if isinstance(other, TimerHandle) else NotImplemented

    def __le__(self, other):
        if isinstance(other, TimerHandle):
            return self._when < other._when or self == other
        return NotImplemented

    def __gt__(self, other):
        return self._when > other._when if isinstance(other, TimerHandle) else NotImplemented

    def __ge__(self, other):
        if isinstance(other, TimerHandle):
            return self._when > other._when or self == other
        return NotImplemented

    def __eq__(self, other):
        if not isinstance(other, TimerHandle):
            return NotImplemented
        return (self._when == other._when and self._callback == other._callback
                and self._args == other._args and self._cancelled == other._cancelled)

    def cancel(self):
        """Make the loop pass over the callback."""
        if not self._cancelled:
            self._loop._timer_handle_cancelled(self)
        super().cancel()

    def when(self):
        """The time of the loop's clock at which the callback is due."""
        return self._when


class AbstractEventLoop:
    """What every event loop has."""

    def run_forever(self):
        """Run until stop() is called."""
        raise NotImplementedError

    def run_until_complete(self, future):
        """Run until a future is done, and return its result."""
        raise NotImplementedError

    def stop(self):
        """End the loop as soon as the callbacks in line have run."""
        raise NotImplementedError

    def is_running(self):
        """Return True while the loop runs."""
        raise NotImplementedError

    def is_closed(self):
        """Return True after close()."""
        raise NotImplementedError

    def close(self):
        """Drop what is in line; the loop cannot run any more."""
        raise NotImplementedError

    async def shutdown_asyncgens(self):
        """Close the asynchronous generators that have not ended."""
        raise NotImplementedError

    async def shutdown_default_executor(self):
        """Close the default executor."""
        raise NotImplementedError

    def _timer_handle_cancelled(self, handle):
        raise NotImplementedError

    def call_soon(self, callback, *args, context=None):
        """Call a function in the loop's next round."""
        return self.call_later(0, callback, *args, context=context)

    def call_later(self, delay, callback, *args, context=None):
        """Call a function after some seconds."""
        raise NotImplementedError

    def call_at(self, when, callback, *args, context=None):
        """Call a function at a time of the loop's clock."""
        raise NotImplementedError

    def time(self):
        """The loop's clock, in seconds."""
        raise NotImplementedError

    def create_future(self):
        """Make a future of this loop."""
        raise NotImplementedError

    def create_task(self, coro, *, name=None, context=None):
        """Make a task of this loop."""
        raise NotImplementedError

    def call_soon_threadsafe(self, callback, *args, context=None):
        """call_soon() for other threads."""
        raise NotImplementedError

    def run_in_executor(self, executor, func, *args):
        """Call a function in an executor."""
        raise NotImplementedError

    def set_default_executor(self, executor):
        """Choose the executor of run_in_executor(None, ...)."""
        raise NotImplementedError

    def add_signal_handler(self, sig, callback, *args):
        """Call a function when a signal comes."""
        raise NotImplementedError

    def remove_signal_handler(self, sig):
        """Undo add_signal_handler()."""
        raise NotImplementedError

    def set_task_factory(self, factory):
        """Choose what create_task() makes."""
        raise NotImplementedError

    def get_task_factory(self):
        """What set_task_factory() has set."""
        raise NotImplementedError

    def get_exception_handler(self):
        """What set_exception_handler() has set."""
        raise NotImplementedError

    def set_exception_handler(self, handler):
        """Choose what is called with errors nobody else handles."""
        raise NotImplementedError

    def default_exception_handler(self, context):
        """Log an error nobody else handles."""
        raise NotImplementedError

    def call_exception_handler(self, context):
        """Hand an error to the handler that is set."""
        raise NotImplementedError

    def get_debug(self):
        """Return True in debug mode."""
        raise NotImplementedError

    def set_debug(self, enabled):
        """Switch debug mode."""
        raise NotImplementedError


class AbstractEventLoopPolicy:
    """Decides which loop belongs to a thread."""

    def get_event_loop(self):
        """The loop of this thread."""
        raise NotImplementedError

    def set_event_loop(self, loop):
        """Set the loop of this thread."""
        raise NotImplementedError

    def new_event_loop(self):
        """Make a loop."""
        raise NotImplementedError

    def get_child_watcher(self):
        """The watcher of child processes."""
        raise NotImplementedError

    def set_child_watcher(self, watcher):
        """Set the watcher of child processes."""
        raise NotImplementedError


def _thread_name():
    threading = sys.modules.get('threading')
    return 'MainThread' if threading is None else threading.current_thread().name


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """One loop per thread; only the first thread gets one by itself."""

    _loop_factory = None

    def __init__(self):
        self._loops = {}
        self._first = get_ident()

    def get_event_loop(self):
        """The loop of this thread."""
        ident = get_ident()
        if ident not in self._loops and ident == self._first:
            self.set_event_loop(self.new_event_loop())
        loop = self._loops.get(ident)
        if loop is None:
            raise RuntimeError(f'There is no current event loop in thread {_thread_name()!r}.')
        return loop

    def set_event_loop(self, loop):
        """Set the loop of this thread."""
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError('loop must be an instance of AbstractEventLoop or None, '
                            f"not '{type(loop).__name__}'")
        self._loops[get_ident()] = loop

    def new_event_loop(self):
        """Make a loop."""
        return self._loop_factory()


_event_loop_policy = None

# The running loop of each thread that has one.
_running = {}


def get_running_loop():
    """Return the running event loop."""
    loop = _running.get(get_ident())
    if loop is None:
        raise RuntimeError('no running event loop')
    return loop


def _get_running_loop():
    return _running.get(get_ident())


def _set_running_loop(loop):
    if loop is None:
        _running.pop(get_ident(), None)
    else:
        _running[get_ident()] = loop


def get_event_loop_policy():
    """Return the event loop policy."""
    global _event_loop_policy
    if _event_loop_policy is None:
        from .unix_events import DefaultEventLoopPolicy
        _event_loop_policy = DefaultEventLoopPolicy()
    return _event_loop_policy


def set_event_loop_policy(policy):
    """Set the event loop policy; None brings the default one back."""
    global _event_loop_policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError('policy must be an instance of AbstractEventLoopPolicy or None, '
                        f"not '{type(policy).__name__}'")
    _event_loop_policy = policy


def get_event_loop():
    """Return the running event loop, or else the one the policy has for this thread."""
    loop = _running.get(get_ident())
    return get_event_loop_policy().get_event_loop() if loop is None else loop


def _get_event_loop(stacklevel=3):
    return get_event_loop()


def set_event_loop(loop):
    """Set the event loop of this thread."""
    get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    """Make an event loop, as the policy does."""
    return get_event_loop_policy().new_event_loop()
