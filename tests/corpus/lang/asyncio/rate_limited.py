# A client with limits: a semaphore, retries that back off, a deadline for all, and a cache of futures.
import asyncio


class Failure(Exception):
    pass


class Service:
    """Answers after some turns of the loop; fails the first times it is asked for odd keys."""

    def __init__(self):
        self.calls, self.active, self.most = [], 0, 0

    async def fetch(self, key):
        self.calls.append(key)
        self.active += 1
        self.most = max(self.most, self.active)
        try:
            for _ in range(2 + key % 2):
                await asyncio.sleep(0)
            if key < 0:
                await asyncio.sleep(3600)
            if key % 2 and self.calls.count(key) < 3:
                raise Failure(f"{key} for the {self.calls.count(key)}. time")
            return key * 100
        finally:
            self.active -= 1


class Client:
    def __init__(self, service, limit):
        self.service, self.gate, self.cache, self.retries = service, asyncio.Semaphore(limit), {}, []

    async def _load(self, key):
        for attempt in range(3):
            try:
                async with self.gate:
                    return await self.service.fetch(key)
            except Failure as error:
                self.retries.append(str(error))
                await asyncio.sleep(0)
        raise Failure(f"{key} given up")

    async def get(self, key):
        if key not in self.cache:
            self.cache[key] = asyncio.ensure_future(self._load(key))
        return await asyncio.shield(self.cache[key])


async def main():
    service = Service()
    client = Client(service, 2)
    print(await asyncio.gather(*(client.get(key) for key in (1, 2, 2, 3, 4, 1))))
    print(service.calls, "at most", service.most, "at once")
    print(client.retries, repr(client.gate)[-21:], client.gate.locked())
    print(await client.get(2), len(service.calls))
    impatient = asyncio.create_task(client.get(6))
    patient = asyncio.create_task(client.get(6))
    await asyncio.sleep(0)
    impatient.cancel()
    print(await asyncio.gather(impatient, patient, return_exceptions=True))
    try:
        async with asyncio.timeout(0.02) as deadline:
            await client.get(-2)
    except TimeoutError:
        print("deadline", deadline.expired(), service.active, client.cache[-2].done())
    client.cache[-2].cancel()
    print(await asyncio.gather(client.cache[-2], return_exceptions=True), service.active)

    gate = asyncio.BoundedSemaphore(1)
    await gate.acquire()
    waiters = [asyncio.create_task(gate.acquire()) for _ in range(3)]
    await asyncio.sleep(0)
    print(gate.locked(), repr(gate)[-20:])
    waiters[0].cancel()
    gate.release()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print([task.done() for task in waiters], [task.cancelled() for task in waiters])
    gate.release()
    await waiters[2]
    gate.release()
    for call in (gate.release, lambda: asyncio.Semaphore(-1), lambda: asyncio.BoundedSemaphore(-5), lambda: asyncio.Semaphore("x")):
        try:
            call()
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)
    try:
        asyncio.BoundedSemaphore(1, 2)
    except TypeError as error:
        print("one value only")


asyncio.run(main())
