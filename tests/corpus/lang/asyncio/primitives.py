# Locks, events, conditions, semaphores, barriers, queues.
import asyncio


def fails(function, *args):
    try:
        print("->", function(*args))
    except Exception as error:
        print(type(error).__name__, error)


async def locks():
    lock = asyncio.Lock()

    async def worker(name):
        async with lock:
            print(name, "in", lock.locked())
            await asyncio.sleep(0)
            print(name, "out")

    await asyncio.gather(*[worker(i) for i in range(3)])
    fails(lock.release)
    await lock.acquire()
    first, second = [asyncio.create_task(worker(n)) for n in ("first", "second")]
    await asyncio.sleep(0)
    first.cancel()
    lock.release()
    await asyncio.wait([first, second])
    print(first.cancelled(), second.cancelled(), lock.locked())


async def events():
    event = asyncio.Event()

    async def waiter(name):
        print(name, await event.wait(), event.is_set())

    tasks = [asyncio.create_task(waiter(i)) for i in range(3)]
    await asyncio.sleep(0)
    event.set()
    event.clear()
    await asyncio.gather(*tasks)
    event.set()
    await waiter("late")


async def conditions():
    condition = asyncio.Condition()
    items = []

    async def consumer(name):
        async with condition:
            print(name, await condition.wait_for(lambda: len(items) and items.pop()))

    tasks = [asyncio.create_task(consumer(i)) for i in range(4)]
    await asyncio.sleep(0)
    for n in 1, 2, 4:
        async with condition:
            items.extend(["x"] * n)
            condition.notify(n)
        await asyncio.sleep(0.02)
    print([t.done() for t in tasks], items)
    async with condition:
        condition.notify_all()
    fails(condition.notify)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)


async def semaphores():
    semaphore = asyncio.Semaphore(2)
    active = 0

    async def worker(name):
        nonlocal active
        async with semaphore:
            active += 1
            print(name, active, semaphore.locked())
            await asyncio.sleep(0.02)
            active -= 1

    await asyncio.gather(*[worker(i) for i in range(5)])
    bounded = asyncio.BoundedSemaphore(1)
    fails(bounded.release)
    fails(asyncio.Semaphore, -1)
    await bounded.acquire()
    task = asyncio.create_task(bounded.acquire())
    await asyncio.sleep(0)
    bounded.release()
    print(bounded.locked(), await task, bounded.locked())


async def barriers():
    barrier = asyncio.Barrier(3)

    async def party(name):
        try:
            print(name, "passes", await barrier.wait())
        except asyncio.BrokenBarrierError as error:
            print(name, "broken", error)

    await asyncio.gather(*[party(i) for i in range(6)])
    tasks = [asyncio.create_task(party(i)) for i in range(2)]
    await asyncio.sleep(0)
    print(barrier.n_waiting, barrier.parties, barrier.broken)
    await barrier.reset()
    await asyncio.gather(*tasks)
    tasks = [asyncio.create_task(party(i)) for i in range(2)]
    await asyncio.sleep(0)
    await barrier.abort()
    await asyncio.gather(*tasks)
    await party("after")
    print(barrier.broken)
    fails(asyncio.Barrier, 0)
    async with asyncio.Barrier(1) as number:
        print(number)


async def queues():
    queue = asyncio.Queue(2)

    async def producer():
        for i in range(5):
            await queue.put(i)
            print("put", i, queue.qsize(), queue.full())

    async def consumer():
        while True:
            item = await queue.get()
            print("got", item)
            queue.task_done()

    task = asyncio.create_task(consumer())
    await producer()
    await queue.join()
    task.cancel()
    print(queue.empty(), queue.maxsize, queue)
    fails(queue.get_nowait)
    fails(queue.task_done)
    queue.put_nowait(1)
    queue.put_nowait(2)
    fails(queue.put_nowait, 3)
    print(queue)
    for kind in asyncio.PriorityQueue, asyncio.LifoQueue:
        queue = kind()
        for item in (3, "c"), (1, "a"), (2, "b"), (1, "A"):
            queue.put_nowait(item)
        print([await queue.get() for _ in range(4)], queue)
    getters = [asyncio.create_task(queue.get()) for _ in range(3)]
    await asyncio.sleep(0)
    print(queue)
    getters[0].cancel()
    queue.put_nowait("for the second")
    queue.put_nowait("for the third")
    await asyncio.wait(getters)
    print([g.cancelled() or g.result() for g in getters])


for program in (locks, events, conditions, semaphores, barriers, queues):
    print("#", program.__name__)
    asyncio.run(program())
