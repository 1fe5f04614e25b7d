# What happens when two things come in the same round of the loop.
import asyncio


async def show(awaitable):
    try:
        print("->", await awaitable)
    except BaseException as error:
        print("!", repr(error))


async def holds(lock, name):
    async with lock:
        print(name, "got it")
    return name


async def limits():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.1, future.set_result, "result")
    await show(asyncio.wait_for(future, 0.1))
    future = loop.create_future()
    task = asyncio.create_task(asyncio.wait_for(future, 1))
    await asyncio.sleep(0)
    future.set_result("set before the cancellation")
    task.cancel()
    await show(task)
    inner = asyncio.create_task(asyncio.sleep(0.2, "inner"))
    await show(asyncio.wait_for(asyncio.shield(inner), 0.02))
    print(inner.done(), await inner)


async def locks():
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = [asyncio.create_task(holds(lock, i)) for i in range(3)]
    await asyncio.sleep(0)
    lock.release()
    tasks[0].cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True), lock.locked())
    semaphore = asyncio.Semaphore(1)
    await semaphore.acquire()
    tasks = [asyncio.create_task(holds(semaphore, i)) for i in range(4)]
    await asyncio.sleep(0)
    semaphore.release()
    tasks[0].cancel()
    tasks[2].cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True), semaphore.locked())
    semaphore = asyncio.Semaphore(0)
    tasks = [asyncio.create_task(holds(semaphore, i)) for i in range(4)]
    await asyncio.sleep(0)
    semaphore.release()
    semaphore.release()
    late = asyncio.create_task(holds(semaphore, "late"))
    await asyncio.sleep(0)
    semaphore.release()
    tasks[1].cancel()
    print(await asyncio.gather(late, *tasks, return_exceptions=True))
    event = asyncio.Event()
    tasks = [asyncio.create_task(event.wait()) for _ in range(3)]
    await asyncio.sleep(0)
    tasks[1].cancel()
    event.set()
    event.clear()
    print(await asyncio.gather(*tasks, return_exceptions=True))


async def conditions():
    condition = asyncio.Condition()

    async def waits(name):
        async with condition:
            try:
                await condition.wait()
                print(name, "woken")
            except asyncio.CancelledError as error:
                print(name, "cancelled", error.args)
                raise

    tasks = [asyncio.create_task(waits(i)) for i in range(3)]
    await asyncio.sleep(0)
    async with condition:
        condition.notify(2)
        tasks[0].cancel("in the same round")
        await asyncio.sleep(0)
        tasks[1].cancel("while it waits for the lock")
    done, pending = await asyncio.wait(tasks, timeout=0.2)
    print(len(done), len(pending))
    queue = asyncio.Queue()
    getters = [asyncio.create_task(queue.get()) for _ in range(3)]
    await asyncio.sleep(0)
    queue.put_nowait("item")
    getters[0].cancel()
    await asyncio.sleep(0.02)
    print([g.done() and (g.cancelled() or g.result()) for g in getters])


async def groups():
    async def stubborn():
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            raise KeyError("instead of ending")

    async def fails():
        raise ValueError("at once")

    async def cancelled_outside():
        async with asyncio.TaskGroup() as group:
            group.create_task(stubborn())
            await asyncio.sleep(1)

    task = asyncio.create_task(cancelled_outside())
    await asyncio.sleep(0.02)
    task.cancel()
    await show(task)
    print(task.cancelling())

    async def limited():
        async with asyncio.timeout(0.02):
            async with asyncio.TaskGroup() as group:
                group.create_task(asyncio.sleep(1))

    await show(limited())

    async def both():
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
            async with asyncio.timeout(0):
                await asyncio.sleep(1)

    await show(both())
    print(asyncio.current_task().cancelling())


async def elsewhere():
    loop = asyncio.get_running_loop()
    future = asyncio.run_coroutine_threadsafe(asyncio.sleep(0, "done"), loop)
    while not future.done():
        await asyncio.sleep(0)
    print(future.result(), future.done())
    print(await asyncio.wrap_future(future))
    future = asyncio.run_coroutine_threadsafe(asyncio.sleep(5), loop)
    await asyncio.sleep(0.02)
    print(future.cancel())
    await asyncio.sleep(0.02)
    print(future.cancelled(), len(asyncio.all_tasks()))
    try:
        asyncio.run_coroutine_threadsafe(3, loop)
    except TypeError as error:
        print(error)


for program in (limits, locks, conditions, groups, elsewhere):
    print("#", program.__name__)
    asyncio.run(program())
