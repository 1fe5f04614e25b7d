# A bounded buffer on a Condition, a barrier of phases, an event as a gate, locks that are cancelled.
import asyncio

log = []


class Buffer:
    def __init__(self, size):
        self.items, self.size, self.changed = [], size, asyncio.Condition()

    async def put(self, item):
        async with self.changed:
            await self.changed.wait_for(lambda: len(self.items) < self.size)
            self.items.append(item)
            log.append(f"+{item}")
            self.changed.notify_all()

    async def get(self):
        async with self.changed:
            await self.changed.wait_for(lambda: self.items)
            item = self.items.pop(0)
            log.append(f"-{item}")
            self.changed.notify_all()
            return item


def show(title):
    print(title, *log)
    log.clear()


async def fails(awaitable):
    try:
        print("->", await awaitable)
    except Exception as error:
        print(type(error).__name__, error)


async def buffers():
    buffer = Buffer(2)
    putter = asyncio.create_task(asyncio.wait_for(asyncio.gather(*(buffer.put(n) for n in range(5))), 5))
    print(await asyncio.gather(*(buffer.get() for _ in range(5))))
    await putter
    show("buffer:")
    condition = asyncio.Condition()
    for call in (condition.notify, condition.notify_all, condition.release):
        try:
            call()
        except RuntimeError as error:
            print(error)
    await fails(condition.wait())
    lock = asyncio.Lock()
    other = asyncio.Condition(lock)
    async with lock:
        print(other.locked(), condition.locked(), repr(other)[-9:])
    try:
        asyncio.Condition(lock, 5)
    except TypeError:
        print("one lock only")

    async def waits(name):
        async with other:
            log.append(f"{name} waits")
            try:
                await other.wait()
                log.append(f"{name} woken")
            except asyncio.CancelledError:
                log.append(f"{name} cancelled, holds {other.locked()}")
                raise

    tasks = [asyncio.create_task(waits(name)) for name in "abcd"]
    await asyncio.sleep(0)
    tasks[1].cancel()
    async with other:
        other.notify(2)
    await asyncio.sleep(0.01)
    show("notified:")
    async with other:
        other.notify(5)
    print(await asyncio.gather(*tasks, return_exceptions=True))
    show("all:")


async def barriers():
    barrier = asyncio.Barrier(3)

    async def phases(name):
        for phase in range(2):
            log.append(f"{name}{phase}")
            place = await barrier.wait()
            if place == 0:
                log.append("|")

    await asyncio.gather(*map(phases, "xyz"))
    print(sorted(log[:3]), sorted(log[4:7]), log.count("|"), barrier.parties, barrier.n_waiting, barrier.broken)
    log.clear()
    waiting = [asyncio.create_task(barrier.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    print(barrier.n_waiting)
    await barrier.abort()
    print(await asyncio.gather(*waiting, return_exceptions=True), barrier.broken)
    await fails(barrier.wait())
    await barrier.reset()
    waiting = [asyncio.create_task(barrier.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    await barrier.reset()
    print(await asyncio.gather(*waiting, return_exceptions=True), barrier.broken)
    async with asyncio.TaskGroup() as group:
        places = [group.create_task(barrier.wait()) for _ in range(3)]
    print(sorted(place.result() for place in places))
    for parties in (0, -1):
        try:
            asyncio.Barrier(parties)
        except ValueError as error:
            print(error)


async def events_and_locks():
    event, lock = asyncio.Event(), asyncio.Lock()

    async def through(name):
        await event.wait()
        async with lock:
            log.append(name)
            await asyncio.sleep(0)

    tasks = [asyncio.create_task(through(name)) for name in "pqrs"]
    await asyncio.sleep(0)
    event.set()
    event.clear()
    await asyncio.sleep(0)
    tasks[2].cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True), lock.locked(), event.is_set())
    show("gate:")
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    await lock.acquire()
    second = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    lock.release()
    print(lock.locked(), second.done())
    third = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    print(lock.locked(), second.done(), third.done())
    second_result = await second
    third.cancel()
    lock.release()
    print(second_result, await asyncio.gather(third, return_exceptions=True), lock.locked())


async def main():
    await buffers()
    await barriers()
    await events_and_locks()


asyncio.run(main())
