"""Tasks: coroutines that a loop runs."""

__all__ = (
    'Task', 'create_task', 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'wait',
    'wait_for', 'as_completed', 'sleep', 'gather', 'shield', 'ensure_future',
    'run_coroutine_threadsafe', 'current_task', 'all_tasks', '_register_task',
    '_unregister_task', '_enter_task', '_leave_task',
)

import sys
import _weakref as weakref
from _thread_tasks import own as _own

from . import coroutines, events, exceptions, format_helpers, futures
from .futures import Future, _CANCELLED, _FINISHED, _PENDING, _WAKES_TASK

# The task each loop runs; loops of ours keep it themselves, in `_current_task`.
_current_tasks = {}

# Weak references to the tasks that have not ended, by the tasks' id, in order of creation.
_live_tasks = {}

_names = 0

_add_done_callback = Future.add_done_callback
_result = Future.result
_generator_type = type(_ for _ in ())


def current_task(loop=None):
    """Return the task that runs, or None."""
    if loop is None:
        loop = events.get_running_loop()
    if _is_ours(loop):
        return loop._current_task
    return _current_tasks.get(loop)


def _is_ours(loop):
    # By its class: what only pretends to be a loop has any attribute.
    return hasattr(type(loop), '_keeps_tasks')


def all_tasks(loop=None):
    """Return the set of the loop's tasks that have not ended."""
    if loop is None:
        loop = events.get_running_loop()
    tasks = [reference() for reference in list(_live_tasks.values())]
    return set(task for task in tasks
               if task is not None and not task.done() and futures._get_loop(task) is loop)


def _register_task(task):
    _live_tasks[id(task)] = weakref.ref(task)


def _unregister_task(task):
    _live_tasks.pop(id(task), None)


def _enter_task(loop, task):
    current = current_task(loop)
    if current is not None:
        raise RuntimeError(f'Cannot enter into task {task!r} while another task {current!r} '
                           'is being executed.')
    _set_current_task(loop, task)


def _leave_task(loop, task):
    current = current_task(loop)
    if current is not task:
        raise RuntimeError(f'Leaving task {task!r} does not match the current task {current!r}.')
    _set_current_task(loop, None)


def _set_current_task(loop, task):
    if _is_ours(loop):
        loop._current_task = task
    elif task is None:
        _current_tasks.pop(loop, None)
    else:
        _current_tasks[loop] = task


def _hide_step(error):
    # A traceback begins with the coroutine, not with the task that runs it.
    traceback = error.__traceback__
    if traceback is not None:
        error.__traceback__ = traceback.tb_next


def _set_task_name(task, name):
    if name is not None and hasattr(task, 'set_name'):
        task.set_name(name)


class Task(Future):
    """A coroutine that a loop runs; a future of what it returns."""

    __module__ = '_asyncio'

    _log_destroy_pending = True
    _num_cancels_requested = 0
    # The coroutine is to get a CancelledError in its next step.
    _must_cancel = False
    # The future the coroutine waits for.
    _fut_waiter = None
    # The future that has put the task in line; a step without one goes on with None.
    _woken_by = None
    # An error for the coroutine's next step.
    _pending_error = None
    # Tasks stand in the loop's line beside handles.
    _cancelled = False

    def __init__(self, coro, *, loop=None, name=None, context=None):
        """Initialize self.  See help(type(self)) for accurate signature."""
        self._loop = loop = events.get_event_loop() if loop is None else loop
        self._state = _PENDING
        self._result = self._done_callbacks = self._fut_waiter = self._woken_by = None
        self._must_cancel = False
        if loop.get_debug():
            self._source_traceback = format_helpers.extract_stack(2)
        if not coroutines.iscoroutine(coro):
            self._log_destroy_pending = False
            raise TypeError(f'a coroutine was expected, got {coro!r}')
        if name is None:
            global _names
            _names += 1
            # The name is made when somebody asks for it.
            self._name = _names
        else:
            self._name = str(name)
        self._coro = coro
        # Loops of ours have tasks in their line; others get callbacks.
        self._in_line = _is_ours(loop)
        self._context = events.copy_context() if context is None else context
        self._go_on()
        _live_tasks[id(self)] = weakref.ref(self)

    def __del__(self):
        if self._state is _PENDING:
            _live_tasks.pop(id(self), None)
            if self._loop is None or not self._log_destroy_pending:
                return
            context = {'task': self, 'message': 'Task was destroyed but it is pending!'}
            if self._source_traceback:
                context['source_traceback'] = self._source_traceback
            self._loop.call_exception_handler(context)
        elif self._unseen:
            Future.__del__(self)

    def _repr_info(self):
        info = super()._repr_info()
        if self._state is _PENDING and self.cancelling():
            info[0] = 'cancelling'
        info.insert(1, f'name={self.get_name()!r}')
        ended = self._state is not _PENDING
        info.insert(2, f'coro=<{coroutines._format_coroutine(self._coro, ended)}>')
        if self._fut_waiter is not None:
            info.insert(3, f'wait_for={self._fut_waiter!r}')
        return info

    def get_coro(self, /):
        """Return the coroutine."""
        return self._coro

    def get_name(self, /):
        """Return the task's name."""
        name = self._name
        if name.__class__ is int:
            name = self._name = f'Task-{name}'
        return name

    def set_name(self, value, /):
        """Set the task's name."""
        self._name = str(value)

    def set_result(self, result, /):
        """A task's result is what its coroutine returns."""
        raise RuntimeError('Task does not support set_result operation')

    def set_exception(self, exception, /):
        """A task's exception is the one its coroutine raises."""
        raise RuntimeError('Task does not support set_exception operation')

    def get_stack(self, /, *, limit=None):
        """Return the frames of the coroutine, or of the traceback it ended with."""
        frames = []
        frame = getattr(self._coro, 'cr_frame', None)
        if frame is not None:
            while frame is not None and (limit is None or len(frames) < limit):
                frames.append(frame)
                frame = frame.f_back
            frames.reverse()
        elif self._exception is not None:
            traceback = self._exception.__traceback__
            while traceback is not None and (limit is None or len(frames) < limit):
                frames.append(traceback.tb_frame)
                traceback = traceback.tb_next
        return frames

    def print_stack(self, /, *, limit=None, file=None):
        """Print the frames of get_stack()."""
        error = self._exception
        frames = self.get_stack(limit=limit)
        if file is None:
            file = sys.stderr
        if not frames:
            print(f'No stack for {self!r}', file=file)
        elif error is not None:
            print(f'Traceback for {self!r} (most recent call last):', file=file)
        else:
            print(f'Stack for {self!r} (most recent call last):', file=file)
        for frame in frames:
            code = frame.f_code
            print(f'  File "{code.co_filename}", line {frame.f_lineno}, in {code.co_name}',
                  file=file)
        if error is not None:
            print(f'{type(error).__name__}: {error}', file=file)

    def cancel(self, /, msg=None):
        """Have a CancelledError thrown into the coroutine in the loop's next round.

        The coroutine may catch it, so that the task goes on: False only if it is done.
        """
        self._unseen = False
        if self._state is not _PENDING:
            return False
        self._num_cancels_requested += 1
        if self._fut_waiter is not None and self._fut_waiter.cancel(msg=msg):
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def cancelling(self, /):
        """Return how many requests to cancel there are that uncancel() has not taken back."""
        return self._num_cancels_requested

    def uncancel(self, /):
        """Take one request to cancel back, and return how many are left."""
        if self._num_cancels_requested > 0:
            self._num_cancels_requested -= 1
        return self._num_cancels_requested

    # Steps.

    def _go_on(self, error=None):
        self._pending_error = error
        if self._in_line:
            self._loop._ready.append(self)
        else:
            self._loop.call_soon(self._step, context=self._context)

    def _wakeup(self, future):
        self._woken_by = future
        self._step()

    def _run(self):
        try:
            context = self._context
            if context is None:
                self._step()
            else:
                # What Context.run() does, without a call in between.
                own = self._loop._own
                if own is None:
                    # One round by itself.
                    own = _own()
                outer = context._enter(own)
                try:
                    self._step()
                finally:
                    context._leave(own, outer)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._loop.call_exception_handler({
                'message': 'Exception in callback Task.task_step()',
                'exception': error,
                'task': self,
            })

    def _step(self):
        if self._state is not _PENDING:
            raise exceptions.InvalidStateError(
                f'__step(): already done: {self!r}, {self._pending_error!r}')
        error = self._pending_error
        if error is not None:
            self._pending_error = None
        future = self._woken_by
        if future is not None:
            self._woken_by = None
            if future.__class__.result is not _result:
                try:
                    future.result()
                except BaseException as raised:
                    error = raised
            elif future._exception is not None:
                future._unseen = False
                error = future._exception
                error.__traceback__ = future._exception_tb
            elif future._state is _CANCELLED:
                error = future._make_cancelled_error()
        if self._must_cancel:
            if not isinstance(error, exceptions.CancelledError):
                error = self._make_cancelled_error()
            self._must_cancel = False
        self._fut_waiter = None
        loop = self._loop
        if self._in_line and loop._current_task is None:
            loop._current_task = self
        else:
            _enter_task(loop, self)
        try:
            if error is None:
                awaited = self._coro.send(None)
            else:
                awaited = self._coro.throw(error)
        except StopIteration as stop:
            if self._must_cancel:
                # Cancelled in its last step.
                self._must_cancel = False
                Future.cancel(self, self._cancel_message)
            else:
                self._result = stop.value
                self._state = _FINISHED
                if self._done_callbacks:
                    self._schedule_callbacks()
            _live_tasks.pop(id(self), None)
        except exceptions.CancelledError as cancelled:
            _hide_step(cancelled)
            self._cancelled_exc = cancelled
            Future.cancel(self)
            _live_tasks.pop(id(self), None)
        except (KeyboardInterrupt, SystemExit) as raised:
            Future.set_exception(self, raised)
            _live_tasks.pop(id(self), None)
            raise
        except BaseException as raised:
            _hide_step(raised)
            Future.set_exception(self, raised)
            _live_tasks.pop(id(self), None)
        else:
            if awaited is None:
                self._go_on()
            elif (getattr(awaited, '_asyncio_future_blocking', None)
                    and awaited is not self and futures._get_loop(awaited) is loop):
                awaited._asyncio_future_blocking = False
                if (awaited.__class__.add_done_callback is _add_done_callback
                        and awaited._state is _PENDING):
                    entry = self, _WAKES_TASK
                    if awaited._done_callbacks is None:
                        awaited._done_callbacks = [entry]
                    else:
                        awaited._done_callbacks.append(entry)
                else:
                    awaited.add_done_callback(self._wakeup, context=self._context)
                self._fut_waiter = awaited
                if self._must_cancel and awaited.cancel(msg=self._cancel_message):
                    self._must_cancel = False
            else:
                self._go_on(RuntimeError(self._bad_yield(awaited)))
        finally:
            if self._in_line:
                loop._current_task = None
            else:
                _set_current_task(loop, None)

    def _bad_yield(self, awaited):
        blocking = getattr(awaited, '_asyncio_future_blocking', None)
        if blocking is not None:
            # A task that waits for itself fails so whether or not it came from `await`.
            if awaited is self:
                return f'Task cannot await on itself: {self!r}'
            if futures._get_loop(awaited) is not self._loop:
                return f'Task {self!r} got Future {awaited!r} attached to a different loop'
            return (f'yield was used instead of yield from in task {self!r} '
                    f'with {awaited!r}')
        if isinstance(awaited, _generator_type):
            return (f'yield was used instead of yield from for generator in task {self!r} '
                    f'with {awaited!r}')
        return f'Task got bad yield: {awaited!r}'


_PyTask = Task
_py_register_task = _register_task
_py_unregister_task = _unregister_task
_py_enter_task = _enter_task
_py_leave_task = _leave_task
_py_current_task = current_task


def create_task(coro, *, name=None, context=None):
    """Make a task of a coroutine, in the loop that runs."""
    loop = events.get_running_loop()
    if context is None:
        # A loop's own create_task() need not know of contexts.
        task = loop.create_task(coro)
    else:
        task = loop.create_task(coro, context=context)
    _set_task_name(task, name)
    return task


from ._waiting import (
    ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, _GatheringFuture, as_completed,
    ensure_future, gather, run_coroutine_threadsafe, shield, sleep, wait, wait_for,
)
