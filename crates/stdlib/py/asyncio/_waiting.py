"""Waiting for futures: one, some, all, with a time limit, or just for some time."""

from . import coroutines, events, exceptions, futures
from .futures import Future

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'


class _Pass:
    # Awaited: lets the loop make one round.
    def __await__(self):
        yield


_one_round = _Pass()


async def sleep(delay, result=None):
    """Wait for some seconds."""
    if delay <= 0:
        await _one_round
        return result
    loop = events.get_running_loop()
    future = loop.create_future()
    timer = loop.call_later(delay, futures._set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        timer.cancel()


async def _await(awaitable):
    return await awaitable


def ensure_future(coro_or_future, *, loop=None):
    """Make a task of a coroutine or an awaitable; a future stays what it is."""
    if futures.isfuture(coro_or_future):
        if loop is not None and loop is not futures._get_loop(coro_or_future):
            raise ValueError('The future belongs to a different loop than '
                             'the one specified as the loop argument')
        return coro_or_future
    coro = coro_or_future
    given = coroutines.iscoroutine(coro)
    if not given:
        if not hasattr(type(coro), '__await__'):
            raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
        coro = _await(coro)
    try:
        if loop is None:
            loop = events.get_event_loop()
        return loop.create_task(coro)
    except RuntimeError:
        if given:
            coro.close()
        raise


def _release(waiter, *_):
    if not waiter.done():
        waiter.set_result(None)


class _Countdown:
    # Releases a waiter when enough of the futures are done.

    def __init__(self, loop, count, return_when):
        self.waiter = loop.create_future()
        self.count = count
        self.return_when = return_when
        self.timer = None

    def one_is_done(self, future):
        self.count -= 1
        if self.count > 0:
            if self.return_when == ALL_COMPLETED:
                return
            if self.return_when == FIRST_EXCEPTION and (
                    future.cancelled() or future.exception() is None):
                return
        if self.timer is not None:
            self.timer.cancel()
        _release(self.waiter)


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Wait for tasks and futures; return the set of those that are done and the set of the
    others. A time limit does not raise, and nothing is cancelled."""
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f'expect a list of futures, not {type(fs).__name__}')
    if not fs:
        raise ValueError('Set of Tasks/Futures is empty.')
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f'Invalid return_when value: {return_when}')
    fs = set(fs)
    if any(coroutines.iscoroutine(future) for future in fs):
        raise TypeError('Passing coroutines is forbidden, use tasks explicitly.')
    loop = events.get_running_loop()
    countdown = _Countdown(loop, len(fs), return_when)
    waiter = countdown.waiter
    if timeout is not None:
        countdown.timer = loop.call_later(timeout, _release, waiter)
    one_is_done = countdown.one_is_done
    for future in fs:
        future.add_done_callback(one_is_done)
    try:
        await waiter
    finally:
        if countdown.timer is not None:
            countdown.timer.cancel()
        for future in fs:
            future.remove_done_callback(one_is_done)
    done = set()
    pending = set()
    for future in fs:
        (done if future.done() else pending).add(future)
    return done, pending


async def _cancel_and_wait(future, loop):
    # Waits for the end of the future, whatever that is.
    waiter = loop.create_future()

    def release(_):
        _release(waiter)

    future.add_done_callback(release)
    try:
        future.cancel()
        await waiter
    finally:
        future.remove_done_callback(release)


async def _end_late(future, loop):
    await _cancel_and_wait(future, loop)
    try:
        return future.result()
    except exceptions.CancelledError as error:
        raise exceptions.TimeoutError() from error


async def wait_for(fut, timeout):
    """Wait for a future or coroutine; after some seconds cancel it and raise TimeoutError."""
    loop = events.get_running_loop()
    if timeout is None:
        return await fut
    if timeout <= 0:
        fut = ensure_future(fut, loop=loop)
        return fut.result() if fut.done() else await _end_late(fut, loop)
    waiter = loop.create_future()
    timer = loop.call_later(timeout, _release, waiter)

    def release(_):
        _release(waiter)

    fut = ensure_future(fut, loop=loop)
    fut.add_done_callback(release)
    try:
        try:
            await waiter
        except exceptions.CancelledError:
            if fut.done():
                return fut.result()
            fut.remove_done_callback(release)
            # The end of what was waited for is the caller's end.
            await _cancel_and_wait(fut, loop)
            raise
        if fut.done():
            return fut.result()
        fut.remove_done_callback(release)
        return await _end_late(fut, loop)
    finally:
        timer.cancel()


def as_completed(fs, *, timeout=None):
    """Return an iterator of coroutines: each waits for the next of the futures that is done."""
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f'expect an iterable of futures, not {type(fs).__name__}')
    from .queues import Queue
    finished = Queue()
    loop = events.get_event_loop()
    todo = {ensure_future(future, loop=loop): None for future in dict.fromkeys(fs)}
    timer = None

    def on_timeout():
        for future in todo:
            future.remove_done_callback(on_done)
            finished.put_nowait(None)
        todo.clear()

    def on_done(future):
        if not todo:
            return
        del todo[future]
        finished.put_nowait(future)
        if not todo and timer is not None:
            timer.cancel()

    async def next_result():
        future = await finished.get()
        if future is None:
            raise exceptions.TimeoutError
        return future.result()

    for future in todo:
        future.add_done_callback(on_done)
    if todo and timeout is not None:
        timer = loop.call_later(timeout, on_timeout)

    for _ in range(len(todo)):
        yield next_result()


class _GatheringFuture(Future):
    # Cancelling it cancels its children, whose end is its end.

    __module__ = 'asyncio.tasks'
    _cancel_requested = False

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._left = 0
        self._return_exceptions = False

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled = False
        for child in self._children:
            if child.cancel(msg=msg):
                cancelled = True
        if cancelled:
            self._cancel_requested = True
        return cancelled

    def _child_done(self, child):
        self._left -= 1
        if self.done():
            if not child.cancelled():
                # Nobody will ask for it: it counts as seen.
                child.exception()
            return
        if not self._return_exceptions:
            if child.cancelled():
                self.set_exception(child._make_cancelled_error())
                return
            error = child.exception()
            if error is not None:
                self.set_exception(error)
                return
        if self._left:
            return
        results = []
        for one in self._children:
            if one.cancelled():
                message = one._cancel_message
                results.append(exceptions.CancelledError('' if message is None else message))
            else:
                error = one.exception()
                results.append(one.result() if error is None else error)
        if self._cancel_requested:
            self.set_exception(child._make_cancelled_error())
        else:
            self.set_result(results)


def gather(*coros_or_futures, return_exceptions=False):
    """Return a future of the list of the results of coroutines and futures.

    The first exception is the future's, unless return_exceptions puts them into the list.
    """
    if not coros_or_futures:
        outer = events.get_event_loop().create_future()
        outer.set_result([])
        return outer
    known = {}
    children = []
    loop = None
    for argument in coros_or_futures:
        future = known.get(argument)
        if future is None:
            future = ensure_future(argument, loop=loop)
            if loop is None:
                loop = futures._get_loop(future)
            if future is not argument:
                # The outer future says what is to be said.
                future._log_destroy_pending = False
            known[argument] = future
        children.append(future)
    outer = _GatheringFuture(children, loop=loop)
    outer._left = len(known)
    outer._return_exceptions = return_exceptions
    for future in known.values():
        future.add_done_callback(outer._child_done)
    return outer


def shield(arg):
    """Return a future of the same result that can be cancelled without cancelling arg."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = futures._get_loop(inner).create_future()

    def on_inner_done(inner):
        if outer.cancelled():
            if not inner.cancelled():
                inner.exception()
        elif inner.cancelled():
            outer.cancel()
        else:
            error = inner.exception()
            if error is None:
                outer.set_result(inner.result())
            else:
                outer.set_exception(error)

    def on_outer_done(outer):
        if not inner.done():
            inner.remove_done_callback(on_inner_done)

    inner.add_done_callback(on_inner_done)
    outer.add_done_callback(on_outer_done)
    return outer


def run_coroutine_threadsafe(coro, loop):
    """Hand a coroutine to the loop of another thread; return a future of
    concurrent.futures."""
    if not coroutines.iscoroutine(coro):
        raise TypeError('A coroutine object is required')
    try:
        from concurrent.futures import Future as ThreadFuture
    except ImportError:
        from ._threadfuture import ThreadFuture
    result = ThreadFuture()

    def start():
        try:
            futures._chain_future(ensure_future(coro, loop=loop), result)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if result.set_running_or_notify_cancel():
                result.set_exception(error)
            raise

    loop.call_soon_threadsafe(start)
    return result
