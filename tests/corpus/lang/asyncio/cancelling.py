# Cancellation of tasks, in every place where one can wait.
import asyncio


async def swallow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("swallowed", repr(error), error.args)
    return "went on"


async def cleanup(name):
    try:
        await asyncio.sleep(10)
    finally:
        print(name, "cleans up")
        await asyncio.sleep(0)
        print(name, "is clean")


async def outcome(task):
    try:
        print("result", await task)
    except asyncio.CancelledError as error:
        print("cancelled", error.args, task.cancelled())
    except BaseException as error:
        print("error", repr(error))


async def basics():
    for message in None, "stop it":
        task = asyncio.create_task(cleanup("c"))
        await asyncio.sleep(0)
        print(task.cancel(message), task.cancelling(), task.cancelled())
        await outcome(task)
        print(task.cancel(), task.done())
    task = asyncio.create_task(swallow())
    await asyncio.sleep(0)
    task.cancel("why")
    await outcome(task)
    # Before it has begun.
    task = asyncio.create_task(cleanup("never"))
    task.cancel()
    await outcome(task)
    # Twice, and taken back.
    task = asyncio.create_task(cleanup("twice"))
    await asyncio.sleep(0)
    task.cancel()
    task.cancel()
    print(task.cancelling(), task.uncancel(), task.uncancel(), task.uncancel())
    await outcome(task)


async def itself():
    async def body():
        asyncio.current_task().cancel()
        print("still here")
        try:
            await asyncio.sleep(0)
        except asyncio.CancelledError:
            print("now")
            raise

    await outcome(asyncio.create_task(body()))

    async def last():
        asyncio.current_task().cancel("at the end")
        return 5

    await outcome(asyncio.create_task(last()))

    async def fails():
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            raise ValueError("instead")

    task = asyncio.create_task(fails())
    await asyncio.sleep(0)
    task.cancel()
    await outcome(task)


async def primitives():
    lock, event, full = asyncio.Lock(), asyncio.Event(), asyncio.Queue(1)
    condition, semaphore = asyncio.Condition(), asyncio.Semaphore(0)
    barrier, future = asyncio.Barrier(2), asyncio.get_running_loop().create_future()
    await lock.acquire()
    full.put_nowait(1)

    async def on_condition():
        async with condition:
            try:
                await condition.wait()
            finally:
                print("holds", condition.locked())

    waits = [lock.acquire(), event.wait(), full.put(2), asyncio.Queue().get(), on_condition(),
             semaphore.acquire(), barrier.wait(), full.join(),
             asyncio.gather(asyncio.sleep(10), cleanup("gathered")),
             asyncio.wait([asyncio.create_task(cleanup("waited"))]),
             asyncio.wait_for(cleanup("waited for"), 10), asyncio.shield(asyncio.sleep(0.2))]
    waits = [asyncio.ensure_future(w) for w in waits]
    waits.append(future)
    await asyncio.sleep(0.1)
    for waiter in waits:
        print(waiter.cancel())
    for number, waiter in enumerate(waits):
        print(number, end=" ")
        await outcome(waiter)
    print(lock.locked(), semaphore.locked(), full.qsize(), barrier.n_waiting)


async def awaited():
    inner = asyncio.create_task(swallow())

    async def middle():
        try:
            return await inner
        except asyncio.CancelledError:
            print("middle")
            raise

    outer = asyncio.create_task(middle())
    await asyncio.sleep(0.02)
    print(outer.cancel(), inner.cancelling(), outer.cancelling())
    await outcome(outer)
    inner.cancel()
    await outcome(inner)


for program in (basics, itself, primitives, awaited):
    print("#", program.__name__)
    asyncio.run(program())


async def left_over():
    asyncio.create_task(cleanup("left over"))
    await asyncio.sleep(0)
    return "main is done"


print(asyncio.run(left_over()))


async def main():
    asyncio.current_task().cancel("from inside")
    await asyncio.sleep(0)


try:
    asyncio.run(main())
except asyncio.CancelledError as error:
    print("run raised", repr(error))
