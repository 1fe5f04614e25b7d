"""Results that come later."""

__all__ = ('Future', 'wrap_future', 'isfuture')

from types import GenericAlias

from . import events, exceptions, format_helpers

# A future's state is one of these very objects.
_PENDING = 'PENDING'
_CANCELLED = 'CANCELLED'
_FINISHED = 'FINISHED'

# In the place of a callback's context: the callback is a task that waits for the future.
_WAKES_TASK = object()


def isfuture(obj):
    """Return True if obj is a Future, or says that it can stand for one."""
    return (hasattr(obj.__class__, '_asyncio_future_blocking')
            and obj._asyncio_future_blocking is not None)


class Future:
    """A result that comes later, or the error that came in its place.

    Callbacks run in the loop's next round, in the order in which they were added.
    """

    __module__ = '_asyncio'

    _state = _PENDING
    _result = None
    _exception = None
    _exception_tb = None
    _loop = None
    _done_callbacks = None
    _cancel_message = None
    _cancelled_exc = None
    _source_traceback = None
    # True while a task that got the future from `await` has not yet registered.
    _asyncio_future_blocking = False
    # True while nobody has asked for the exception.
    _unseen = False

    def __init__(self, *, loop=None):
        """Initialize self.  See help(type(self)) for accurate signature."""
        self._loop = loop = events.get_event_loop() if loop is None else loop
        # What changes with time is there from the start: all have one order of attributes.
        self._state = _PENDING
        self._result = self._done_callbacks = None
        self._asyncio_future_blocking = False
        if loop.get_debug():
            self._source_traceback = format_helpers.extract_stack(2)

    __class_getitem__ = classmethod(GenericAlias)

    def __repr__(self, /):
        """Return repr(self)."""
        return f'<{type(self).__name__} {" ".join(self._repr_info())}>'

    def _repr_info(self):
        info = [self._state.lower()]
        if self._state is _FINISHED:
            if self._exception is not None:
                info.append(f'exception={self._exception!r}')
            else:
                info.append(f'result={format_helpers.short_repr(self._result)}')
        callbacks = self._done_callbacks
        if callbacks:
            names = [_callback_name(*entry) for entry in callbacks]
            if len(names) > 2:
                names[1:-1] = [f'<{len(names) - 2} more>']
            info.append(f'cb=[{", ".join(names)}]')
        if self._source_traceback:
            frame = self._source_traceback[-1]
            info.append(f'created at {frame[0]}:{frame[1]}')
        return info

    def __del__(self):
        if self._unseen:
            context = {
                'message': f'{type(self).__name__} exception was never retrieved',
                'exception': self._exception,
                'future': self,
            }
            if self._source_traceback:
                context['source_traceback'] = self._source_traceback
            self._loop.call_exception_handler(context)

    @property
    def _log_traceback(self):
        return self._unseen

    @_log_traceback.setter
    def _log_traceback(self, value):
        if value:
            raise ValueError('_log_traceback can only be set to False')
        self._unseen = False

    @property
    def _callbacks(self):
        if not self._done_callbacks:
            return None
        return [(entry[0]._wakeup, entry[0]._context) if entry[1] is _WAKES_TASK else entry
                for entry in self._done_callbacks]

    def get_loop(self, /):
        """Return the event loop the Future is bound to."""
        if self._loop is None:
            raise RuntimeError('Future object is not initialized.')
        return self._loop

    def _make_cancelled_error(self):
        error = self._cancelled_exc
        if error is not None:
            self._cancelled_exc = None
            return error
        if self._cancel_message is None:
            return exceptions.CancelledError()
        return exceptions.CancelledError(self._cancel_message)

    def cancel(self, /, msg=None):
        """Cancel the future and schedule callbacks; False if it is done already."""
        self._unseen = False
        if self._state is not _PENDING:
            return False
        self._state = _CANCELLED
        self._cancel_message = msg
        if self._done_callbacks:
            self._schedule_callbacks()
        return True

    def _schedule_callbacks(self):
        callbacks = self._done_callbacks
        self._done_callbacks = None
        loop = self._loop
        for callback, context in callbacks:
            if context is _WAKES_TASK:
                callback._woken_by = self
                loop._ready.append(callback)
            else:
                loop.call_soon(callback, self, context=context)

    def cancelled(self, /):
        """Return True if the future was cancelled."""
        return self._state is _CANCELLED

    def done(self, /):
        """Return True if the future has a result or an exception, or was cancelled."""
        return self._state is not _PENDING

    def result(self, /):
        """Return the result, or raise the exception."""
        if self._state is _FINISHED:
            error = self._exception
            if error is None:
                return self._result
            self._unseen = False
            raise error.with_traceback(self._exception_tb)
        if self._state is _CANCELLED:
            raise self._make_cancelled_error()
        raise exceptions.InvalidStateError('Result is not set.')

    def exception(self, /):
        """Return the exception, or None if there is a result."""
        if self._state is _CANCELLED:
            raise self._make_cancelled_error()
        if self._state is not _FINISHED:
            raise exceptions.InvalidStateError('Exception is not set.')
        self._unseen = False
        return self._exception

    def add_done_callback(self, callback, *, context=None):
        """Have a function called with the future once it is done."""
        if self._state is not _PENDING:
            self._loop.call_soon(callback, self, context=context)
            return
        if context is None:
            context = events.copy_context()
        if self._done_callbacks is None:
            self._done_callbacks = [(callback, context)]
        else:
            self._done_callbacks.append((callback, context))

    def remove_done_callback(self, callback, /):
        """Remove all instances of a callback, and return how many there were."""
        callbacks = self._done_callbacks
        if not callbacks:
            return 0
        kept = [entry for entry in callbacks
                if not (entry[0] == callback
                        or entry[1] is _WAKES_TASK and entry[0]._wakeup == callback)]
        removed = len(callbacks) - len(kept)
        if removed:
            self._done_callbacks = kept or None
        return removed

    def set_result(self, result, /):
        """Mark the future done and set its result."""
        if self._state is not _PENDING:
            raise exceptions.InvalidStateError('invalid state')
        self._result = result
        self._state = _FINISHED
        if self._done_callbacks:
            self._schedule_callbacks()

    def set_exception(self, exception, /):
        """Mark the future done and set an exception."""
        if self._state is not _PENDING:
            raise exceptions.InvalidStateError('invalid state')
        if isinstance(exception, type) and issubclass(exception, BaseException):
            exception = exception()
        if not isinstance(exception, BaseException):
            raise TypeError('invalid exception object')
        if type(exception) is StopIteration:
            raise TypeError('StopIteration interacts badly with generators '
                            'and cannot be raised into a Future')
        self._exception = exception
        self._exception_tb = exception.__traceback__
        self._state = _FINISHED
        self._unseen = True
        if self._done_callbacks:
            self._schedule_callbacks()

    def __await__(self, /):
        """Return an iterator that await can run."""
        if self._state is _PENDING:
            self._asyncio_future_blocking = True
            yield self
            if self._state is _PENDING:
                raise RuntimeError("await wasn't used with future")
        if self._state is _FINISHED and self._exception is None:
            return self._result
        return self.result()

    __iter__ = __await__


_PyFuture = Future


def _callback_name(callback, context):
    if context is _WAKES_TASK:
        return 'Task.task_wakeup()'
    return format_helpers._format_callback_source(callback, ())


def _get_loop(future):
    get_loop = getattr(future, 'get_loop', None)
    return future._loop if get_loop is None else get_loop()


def _set_result_unless_cancelled(future, result):
    if not future.cancelled():
        future.set_result(result)


def _set_exception_unless_done(future, error):
    if not future.done():
        future.set_exception(error)


# Futures of other threads, in concurrent.futures.

def _convert_future_exc(error):
    # The exceptions of concurrent.futures have the names of ours.
    kind = type(error)
    if kind.__module__.startswith('concurrent.futures'):
        ours = getattr(exceptions, kind.__name__, None)
        if ours is not None:
            return ours(*error.args)
    return error


def _copy_future_state(source, target):
    if target.cancelled():
        return
    if source.cancelled():
        target.cancel()
        return
    if not isfuture(target) and not target.set_running_or_notify_cancel():
        return
    error = source.exception()
    if error is None:
        target.set_result(source.result())
    else:
        target.set_exception(_convert_future_exc(error))


def _chain_future(source, destination):
    """Give one future what the other comes to, and cancel in the other direction."""
    for future, role in (source, 'source'), (destination, 'destination'):
        if not isfuture(future) and not hasattr(future, 'set_running_or_notify_cancel'):
            raise TypeError(f'A future is required for {role} argument')
    source_loop = _get_loop(source) if isfuture(source) else None
    target_loop = _get_loop(destination) if isfuture(destination) else None

    def on_target_done(target):
        if target.cancelled():
            if source_loop is None or source_loop is target_loop:
                source.cancel()
            else:
                source_loop.call_soon_threadsafe(source.cancel)

    def on_source_done(origin):
        if destination.cancelled() and target_loop is not None and target_loop.is_closed():
            return
        if target_loop is None or target_loop is source_loop:
            _copy_future_state(origin, destination)
        elif not target_loop.is_closed():
            target_loop.call_soon_threadsafe(_copy_future_state, origin, destination)

    destination.add_done_callback(on_target_done)
    source.add_done_callback(on_source_done)


def wrap_future(future, *, loop=None):
    """Make a Future of a future of concurrent.futures."""
    if isfuture(future):
        return future
    if not hasattr(future, 'set_running_or_notify_cancel'):
        raise AssertionError(f'concurrent.futures.Future is expected, got {future!r}')
    if loop is None:
        loop = events.get_event_loop()
    wrapped = loop.create_future()
    _chain_future(future, wrapped)
    return wrapped
