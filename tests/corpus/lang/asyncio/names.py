# The classes and exceptions of asyncio: what they derive from, how they are made.
import asyncio


def attempt(function, *args, **kwargs):
    try:
        print("->", function(*args, **kwargs))
    except BaseException as error:
        print(type(error).__name__, error)


for error in (asyncio.CancelledError, asyncio.InvalidStateError, asyncio.TimeoutError,
              asyncio.BrokenBarrierError, asyncio.QueueEmpty, asyncio.QueueFull,
              asyncio.IncompleteReadError, asyncio.LimitOverrunError,
              asyncio.SendfileNotAvailableError):
    print(error.__module__, error.__qualname__, error.__bases__[0].__name__)
print(asyncio.TimeoutError is TimeoutError, issubclass(asyncio.CancelledError, Exception))
short = asyncio.IncompleteReadError(b"abc", 10)
print(short, short.partial, short.expected, asyncio.IncompleteReadError(b"", None))
long = asyncio.LimitOverrunError("too long", 7)
print(long, long.consumed, long.args)
attempt(asyncio.IncompleteReadError)
attempt(asyncio.LimitOverrunError, "only a message")
for error in asyncio.InvalidStateError, asyncio.SendfileNotAvailableError, asyncio.CancelledError:
    try:
        raise error("a message")
    except BaseException as caught:
        print(repr(caught))

print(asyncio.ALL_COMPLETED, asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION)
print(issubclass(asyncio.Task, asyncio.Future), asyncio.Task, asyncio.Future)
print(issubclass(asyncio.TimerHandle, asyncio.Handle), issubclass(asyncio.BoundedSemaphore, asyncio.Semaphore))
print(issubclass(asyncio.PriorityQueue, asyncio.Queue), issubclass(asyncio.LifoQueue, asyncio.Queue))
print(issubclass(asyncio.SelectorEventLoop, asyncio.BaseEventLoop))
print(issubclass(asyncio.DefaultEventLoopPolicy, asyncio.AbstractEventLoopPolicy))
for name in "Lock Event Condition Semaphore Barrier TaskGroup Timeout Runner Queue".split():
    print(name, getattr(asyncio, name).__module__)
for kind in asyncio.Lock, asyncio.Event, asyncio.Queue, asyncio.TaskGroup:
    attempt(kind, 1, 2, 3)
attempt(asyncio.Barrier)
attempt(asyncio.Timeout)
attempt(asyncio.wrap_future, 3)
attempt(asyncio.timeout, 3)
attempt(asyncio.timeout_at, 3)
attempt(asyncio.iscoroutine)
attempt(asyncio.to_thread(print).send, None)


async def handles():
    loop = asyncio.get_running_loop()
    handle = loop.call_soon(print, 1)
    timer = loop.call_at(5, print, 2)
    later = loop.call_at(7, print, 3)
    print(type(handle).__name__, type(timer).__name__, timer.when(), timer)
    print(timer < later, timer <= later, timer > later, timer >= later, timer == later)
    attempt(lambda: timer < handle)
    for one in handle, timer, later:
        one.cancel()
        one.cancel()
        print(one.cancelled(), one)
    manager = asyncio.Timeout(None)
    print(repr(manager), manager.when(), manager.expired())
    async with manager:
        print(repr(manager))
    print(repr(manager))
    attempt(asyncio.AbstractEventLoop().time)


asyncio.run(handles())
loop = asyncio.new_event_loop()
manager = asyncio.Timeout(3)
for owner in manager, asyncio.TaskGroup():
    async def enter():
        await owner.__aenter__()

    coro = enter()
    loop.call_soon(lambda: attempt(coro.send, None))
    loop.call_soon(loop.stop)
    loop.run_forever()
loop.close()
