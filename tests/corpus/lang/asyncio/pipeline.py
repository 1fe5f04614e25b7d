# Three stages joined by queues; the end is a sentinel, a failing stage takes the others with it.
import asyncio

DONE = object()


async def produce(out, items, trace):
    for item in items:
        trace.append(f"+{item}")
        await out.put(item)
    await out.put(DONE)


async def transform(source, out, function, trace):
    while (item := await source.get()) is not DONE:
        result = function(item)
        if asyncio.iscoroutine(result):
            result = await result
        trace.append(f"~{result}")
        await out.put(result)
    await out.put(DONE)


async def consume(source, trace):
    found = []
    while (item := await source.get()) is not DONE:
        found.append(item)
        trace.append(f"-{item}")
    return found


async def run(items, function, size, kind=asyncio.Queue):
    trace = []
    first, second = kind(size), kind(size)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(produce(first, items, trace))
            group.create_task(transform(first, second, function, trace))
            last = group.create_task(consume(second, trace))
        return last.result(), " ".join(trace)
    except* ZeroDivisionError as failed:
        print("failed:", failed.exceptions, last.cancelled())
        return None, " ".join(trace)


async def slow_square(n):
    for _ in range(n):
        await asyncio.sleep(0)
    return n * n


async def main():
    for size in (1, 2, 0):
        print(size, *(await run(range(5), lambda n: n * 10, size)))
    print(*(await run([3, 0, 2], slow_square, 1)))
    print(*(await run([2, 1, 0, 5], lambda n: 10 // n, 1)))
    try:
        await asyncio.wait_for(run(range(3), lambda n: asyncio.sleep(3600, n), 1), 0.01)
    except TimeoutError as error:
        print("timeout", repr(error), repr(error.__cause__))
    print(len(asyncio.all_tasks()))

    ordered = asyncio.PriorityQueue()
    for item in [(2, "b"), (1, "z"), (2, "a"), (0, "y")]:
        ordered.put_nowait(item)
    stack = asyncio.LifoQueue(2)
    print([await ordered.get() for _ in range(4)], stack.maxsize)
    stack.put_nowait(1)
    await stack.put(2)
    for call in (lambda: stack.put_nowait(3), lambda: ordered.get_nowait()):
        try:
            call()
        except (asyncio.QueueFull, asyncio.QueueEmpty) as error:
            print(repr(error))
    putter = asyncio.create_task(stack.put(3))
    await asyncio.sleep(0)
    print(stack, putter.done())
    print(await stack.get(), await stack.get(), putter.done(), await stack.get(), stack.empty())
    ordered.put_nowait("text")
    ordered.put_nowait("also")
    try:
        ordered.put_nowait(5)
    except TypeError as error:
        print(error, ordered.qsize())
    for kind in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        try:
            kind(1, 2)
        except TypeError as error:
            print(kind.__name__, "takes one size")
        print(kind(maxsize=-1).full(), kind("x").maxsize if kind is asyncio.Queue else "")


asyncio.run(main())
