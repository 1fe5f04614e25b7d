# Small programs that use several parts of asyncio at once.
import asyncio
from asyncio import events, tasks


def check(error, function, *args):
    try:
        function(*args)
    except error as caught:
        print(type(caught).__name__, str(caught)[:25])
    else:
        print("no error")


async def work(n):
    await asyncio.sleep(n / 50)
    return n


async def main():
    loop = asyncio.get_event_loop()
    print(asyncio._get_running_loop() is loop, events._get_running_loop() is loop)
    timer = loop.call_later(1, print)
    handle = loop.call_soon(print, "soon")
    print(isinstance(timer, asyncio.TimerHandle), isinstance(handle, asyncio.Handle),
          isinstance(handle, asyncio.TimerHandle))
    timer.cancel()
    found = [await one for one in asyncio.as_completed([work(3), work(1), work(2)])]
    print(found)
    done, _ = await asyncio.wait([asyncio.ensure_future(work(1))],
                                 return_when=asyncio.ALL_COMPLETED)
    print([task.result() for task in done])
    future = loop.create_future()
    check(asyncio.InvalidStateError, future.result)
    print(asyncio.isfuture(future), asyncio.iscoroutinefunction(work))
    try:
        async with asyncio.Timeout(loop.time()):
            await future
    except asyncio.TimeoutError as error:
        print(repr(error), future)
    queue = asyncio.Queue(1)
    check(asyncio.QueueEmpty, queue.get_nowait)
    queue.put_nowait(1)
    check(asyncio.QueueFull, queue.put_nowait, 2)
    concurrent = asyncio.run_coroutine_threadsafe(work(0), loop)
    while not concurrent.done():
        await asyncio.sleep(0)
    print(concurrent.result())
    check(RuntimeError, asyncio.Runner().run, coro := work(0))
    coro.close()
    check(RuntimeError, asyncio._enter_task, loop, None)
    check(RuntimeError, asyncio._leave_task, loop, None)
    other = asyncio.Future()
    asyncio._register_task(asyncio.current_task())
    print(len(asyncio.all_tasks()))
    asyncio._unregister_task(asyncio.current_task())
    print(len(asyncio.all_tasks()), other.done())
    tasks._register_task(asyncio.current_task())
    tasks._unregister_task(asyncio.current_task())
    with_error = asyncio.IncompleteReadError(b"x", 2)
    other.set_exception(with_error)
    try:
        await other
    except (asyncio.LimitOverrunError, asyncio.SendfileNotAvailableError):
        print("not these")
    except EOFError as error:
        print(error is with_error)


def plain():
    policy = asyncio.get_event_loop_policy()
    asyncio.set_event_loop_policy(asyncio.DefaultEventLoopPolicy())
    print(asyncio.get_event_loop_policy() is policy)
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    future = asyncio.Future()
    print(future.get_loop() is loop)
    events._set_running_loop(loop)
    print(asyncio.get_running_loop() is loop)
    asyncio._set_running_loop(None)
    tasks._enter_task(loop, "a task")
    print(asyncio.current_task(loop))
    check(RuntimeError, tasks._leave_task, loop, "another")
    tasks._leave_task(loop, "a task")
    print(asyncio.current_task(loop))
    loop.close()
    asyncio.set_event_loop(None)
    asyncio.set_event_loop_policy(policy)


asyncio.run(main())
plain()
