"""The event loop: callbacks in line, timers, and what is done about errors."""

__all__ = ('BaseEventLoop',)

import sys
from time import monotonic

from _heapq import heapify, heappop, heappush
from _thread_tasks import own, park, unpark

from . import constants, coroutines, events, format_helpers, futures, tasks
from .events import Handle, TimerHandle
from .log import logger


def _run_until_complete_cb(future):
    if not future.cancelled():
        # These end the loop by themselves.
        if isinstance(future.exception(), (SystemExit, KeyboardInterrupt)):
            return
    futures._get_loop(future).stop()


class BaseEventLoop(events.AbstractEventLoop):
    """An event loop over the clock."""

    # Tasks stand in the line beside handles, and the one that runs is known.
    _keeps_tasks = True

    def __init__(self):
        # What runs in the next round: handles, and tasks that go on.
        self._ready = []
        # The task that runs.
        self._current_task = None
        # What the thread keeps that runs the loop, its current context for one.
        self._own = None
        # A heap of pairs of time and handle.
        self._scheduled = []
        self._timer_cancelled_count = 0
        self._closed = False
        self._stopping = False
        self._thread_id = None
        self._clock_resolution = 1e-9
        self._exception_handler = None
        self._debug = False
        self._task_factory = None
        self._default_executor = None
        self._executor_shutdown_called = False
        self._asyncgens = {}
        self._asyncgens_shutdown_called = False
        self.slow_callback_duration = 0.1
        # Called once in place of the KeyboardInterrupt that comes while the loop waits.
        self._on_interrupt = None

    def __repr__(self):
        return (f'<{type(self).__name__} running={self.is_running()} '
                f'closed={self.is_closed()} debug={self.get_debug()}>')

    # Running.

    def _check_closed(self):
        if self._closed:
            raise RuntimeError('Event loop is closed')

    def _check_running(self):
        if self.is_running():
            raise RuntimeError('This event loop is already running')
        if events._get_running_loop() is not None:
            raise RuntimeError('Cannot run the event loop while another loop is running')

    def run_forever(self):
        """Run until stop() is called."""
        self._check_closed()
        self._check_running()
        set_hooks = getattr(sys, 'set_asyncgen_hooks', None)
        hooks = None if set_hooks is None else sys.get_asyncgen_hooks()
        try:
            self._thread_id = events.get_ident()
            self._own = own()
            if hooks is not None:
                set_hooks(firstiter=self._asyncgen_firstiter_hook,
                          finalizer=self._asyncgen_finalizer_hook)
            events._set_running_loop(self)
            run_once = self._run_once
            while True:
                run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            self._thread_id = None
            self._own = None
            events._set_running_loop(None)
            if hooks is not None:
                set_hooks(*hooks)

    def run_until_complete(self, future):
        """Run until a future is done, and return its result."""
        self._check_closed()
        self._check_running()
        made_here = not futures.isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        if made_here:
            future._log_destroy_pending = False
        future.add_done_callback(_run_until_complete_cb)
        try:
            self.run_forever()
        except BaseException:
            if made_here and future.done() and not future.cancelled():
                # The error goes on from here: the future need not tell it again.
                future.exception()
            raise
        finally:
            future.remove_done_callback(_run_until_complete_cb)
        if not future.done():
            raise RuntimeError('Event loop stopped before Future completed.')
        return future.result()

    def stop(self):
        """End the loop as soon as the callbacks in line have run."""
        self._stopping = True

    def is_running(self):
        """Return True while the loop runs."""
        return self._thread_id is not None

    def is_closed(self):
        """Return True after close()."""
        return self._closed

    def close(self):
        """Drop what is in line; the loop cannot run any more."""
        if self.is_running():
            raise RuntimeError('Cannot close a running event loop')
        if self._closed:
            return
        self._closed = True
        self._ready.clear()
        self._scheduled.clear()
        self._executor_shutdown_called = True
        executor = self._default_executor
        if executor is not None:
            self._default_executor = None
            executor.shutdown(wait=False)

    def _run_once(self):
        scheduled = self._scheduled
        if scheduled:
            self._drop_cancelled_timers()
        if not self._ready and not self._stopping:
            timeout = None
            if scheduled:
                timeout = min(max(0, scheduled[0][0] - self.time()), constants.MAXIMUM_WAIT)
            self._wait(timeout)
        if scheduled:
            due = self.time() + self._clock_resolution
            while scheduled and scheduled[0][0] < due:
                handle = heappop(scheduled)[1]
                handle._scheduled = False
                self._ready.append(handle)
        # What the callbacks put in line runs in the next round.
        ready = self._ready
        self._ready = []
        done = 0
        try:
            for handle in ready:
                done += 1
                if not handle._cancelled:
                    handle._run()
        except BaseException:
            self._ready[:0] = ready[done:]
            raise

    def _drop_cancelled_timers(self):
        scheduled = self._scheduled
        count = len(scheduled)
        if (count > constants.MIN_CANCELLED_TIMERS
                and self._timer_cancelled_count / count > constants.MAX_CANCELLED_PART):
            kept = []
            for entry in scheduled:
                if entry[1]._cancelled:
                    entry[1]._scheduled = False
                else:
                    kept.append(entry)
            heapify(kept)
            scheduled[:] = kept
            self._timer_cancelled_count = 0
            return
        while scheduled and scheduled[0][1]._cancelled:
            self._timer_cancelled_count -= 1
            heappop(scheduled)[1]._scheduled = False

    def _wait(self, timeout):
        # In whole milliseconds, as poll() does: timers that are due almost together
        # run in the same round.
        end = None if timeout is None else monotonic() + -(-timeout * 1000 // 1) / 1000
        try:
            while not self._ready:
                rest = None if end is None else end - monotonic()
                if rest is not None and rest <= 0:
                    break
                # Another thread may put something in line meanwhile.
                park(rest)
        except KeyboardInterrupt:
            hook = self._on_interrupt
            if hook is None:
                raise
            self._on_interrupt = None
            hook()

    # Callbacks.

    def time(self):
        """The loop's clock, in seconds."""
        return monotonic()

    def _check_callback(self, callback, method):
        if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
            raise TypeError(f'coroutines cannot be used with {method}()')
        if not callable(callback):
            raise TypeError(
                f'a callable object was expected by {method}(), got {callback!r}')

    def call_soon(self, callback, *args, context=None):
        """Call a function in the loop's next round."""
        if self._closed:
            self._check_closed()
        if self._debug:
            self._check_callback(callback, 'call_soon')
        handle = Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    def call_soon_threadsafe(self, callback, *args, context=None):
        """call_soon() for other threads."""
        if self._closed:
            self._check_closed()
        if self._debug:
            self._check_callback(callback, 'call_soon_threadsafe')
        handle = Handle(callback, args, self, context)
        self._ready.append(handle)
        if self._thread_id is not None:
            unpark(self._thread_id)
        return handle

    def call_later(self, delay, callback, *args, context=None):
        """Call a function after some seconds."""
        if delay is None:
            raise TypeError('delay must not be None')
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        """Call a function at a time of the loop's clock."""
        if when is None:
            raise TypeError('when cannot be None')
        self._check_closed()
        if self._debug:
            self._check_callback(callback, 'call_at')
        timer = TimerHandle(when, callback, args, self, context)
        heappush(self._scheduled, (when, timer))
        timer._scheduled = True
        return timer

    def _timer_handle_cancelled(self, handle):
        if handle._scheduled:
            self._timer_cancelled_count += 1

    # Futures and tasks.

    def create_future(self):
        """Make a future of this loop."""
        return futures.Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        """Make a task of this loop."""
        if self._closed:
            self._check_closed()
        if self._task_factory is None:
            return tasks.Task(coro, loop=self, name=name, context=context)
        if context is None:
            task = self._task_factory(self, coro)
        else:
            task = self._task_factory(self, coro, context=context)
        tasks._set_task_name(task, name)
        return task

    def set_task_factory(self, factory):
        """Choose what create_task() makes: a function of the loop and the coroutine."""
        if factory is not None and not callable(factory):
            raise TypeError('task factory must be a callable or None')
        self._task_factory = factory

    def get_task_factory(self):
        """What set_task_factory() has set."""
        return self._task_factory

    # Executors.

    def run_in_executor(self, executor, func, *args):
        """Call a function in an executor, and return a future of its result.

        Without threads in the build the function is called at once.
        """
        self._check_closed()
        if self._debug:
            self._check_callback(func, 'run_in_executor')
        if executor is None:
            if self._executor_shutdown_called:
                raise RuntimeError('Executor shutdown has been called')
            executor = self._default_executor
            if executor is None:
                try:
                    from concurrent.futures import ThreadPoolExecutor
                except ImportError:
                    return self._call_at_once(func, args)
                executor = ThreadPoolExecutor(thread_name_prefix='asyncio')
                self._default_executor = executor
        return futures.wrap_future(executor.submit(func, *args), loop=self)

    def _call_at_once(self, func, args):
        future = self.create_future()
        # A function outside of the loop sees no loop.
        events._set_running_loop(None)
        try:
            result = func(*args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self.call_soon(futures._set_exception_unless_done, future, error)
        else:
            self.call_soon(futures._set_result_unless_cancelled, future, result)
        finally:
            if self.is_running():
                events._set_running_loop(self)
        return future

    def set_default_executor(self, executor):
        """Choose the executor of run_in_executor(None, ...)."""
        if not hasattr(executor, 'submit') or not hasattr(executor, 'shutdown'):
            raise TypeError('executor must be ThreadPoolExecutor instance')
        self._default_executor = executor

    async def shutdown_default_executor(self):
        """Close the default executor."""
        self._executor_shutdown_called = True
        executor = self._default_executor
        if executor is None:
            return
        # What still runs in the executor may need the loop to come to its end.
        from threading import Thread
        ended = self.create_future()

        def shut_down():
            try:
                executor.shutdown(wait=True)
            except Exception as error:
                self.call_soon_threadsafe(ended.set_exception, error)
            else:
                self.call_soon_threadsafe(ended.set_result, None)

        thread = Thread(target=shut_down)
        thread.start()
        try:
            await ended
        finally:
            thread.join()

    # Asynchronous generators.

    def _asyncgen_firstiter_hook(self, agen):
        if self._asyncgens_shutdown_called:
            import warnings
            warnings.warn(
                f'asynchronous generator {agen!r} was scheduled after '
                'loop.shutdown_asyncgens() call', ResourceWarning, source=self)
        import _weakref as weakref
        key = id(agen)
        self._asyncgens[key] = weakref.ref(agen, lambda _: self._asyncgens.pop(key, None))

    def _asyncgen_finalizer_hook(self, agen):
        self._asyncgens.pop(id(agen), None)
        if not self._closed:
            self.call_soon_threadsafe(self.create_task, agen.aclose())

    async def shutdown_asyncgens(self):
        """Close the asynchronous generators that have not ended."""
        self._asyncgens_shutdown_called = True
        # What dies meanwhile leaves the table.
        closing = [agen for agen in [ref() for ref in list(self._asyncgens.values())]
                   if agen is not None]
        self._asyncgens.clear()
        if not closing:
            return
        results = await tasks.gather(
            *[agen.aclose() for agen in closing], return_exceptions=True)
        for result, agen in zip(results, closing):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    'message': f'an error occurred during closing of asynchronous '
                               f'generator {agen!r}',
                    'exception': result,
                    'asyncgen': agen,
                })

    # Errors.

    def get_exception_handler(self):
        """What set_exception_handler() has set."""
        return self._exception_handler

    def set_exception_handler(self, handler):
        """Choose what is called with errors nobody else handles."""
        if handler is not None and not callable(handler):
            raise TypeError(f'A callable object or None is expected, got {handler!r}')
        self._exception_handler = handler

    def default_exception_handler(self, context):
        """Log an error nobody else handles."""
        lines = [context.get('message') or 'Unhandled exception in event loop']
        for key in sorted(context):
            if key == 'source_traceback':
                lines.append('Object created at (most recent call last):')
                lines.append(format_helpers.format_stack(context[key]))
            elif key not in ('message', 'exception'):
                lines.append(f'{key}: {context[key]!r}')
        error = context.get('exception')
        if error is None:
            exc_info = False
        else:
            exc_info = (type(error), error, error.__traceback__)
        logger.error('\n'.join(lines), exc_info=exc_info)

    def call_exception_handler(self, context):
        """Hand an error to the handler that is set.

        The keys of context: message, and perhaps exception, future, task, handle and others.
        """
        handler = self._exception_handler
        if handler is None:
            self._log_error(context, 'Exception in default exception handler')
            return
        try:
            handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._log_error({
                'message': 'Unhandled error in exception handler',
                'exception': error,
                'context': context,
            }, 'Exception in default exception handler while handling an unexpected error '
               'in custom exception handler')

    def _log_error(self, context, otherwise):
        try:
            self.default_exception_handler(context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException:
            logger.error(otherwise, exc_info=True)

    def get_debug(self):
        """Return True in debug mode."""
        return self._debug

    def set_debug(self, enabled):
        """Switch debug mode."""
        self._debug = enabled
