"""An asynchronous pipeline: producers, bounded queues, workers with retries and time-outs, streams joined by async for."""
import asyncio
import contextlib
from collections import Counter


class Closed(Exception):
    pass


class Stream:
    """A bounded channel that is iterated with async for and ended with aclose."""

    END = object()

    def __init__(self, size=2):
        self.queue = asyncio.Queue(size)
        self.closed = False

    async def put(self, item):
        if self.closed:
            raise Closed(repr(item))
        await self.queue.put(item)

    async def aclose(self):
        if not self.closed:
            self.closed = True
            await self.queue.put(self.END)

    def __aiter__(self):
        return self

    async def __anext__(self):
        item = await self.queue.get()
        if item is self.END:
            await self.queue.put(item)
            raise StopAsyncIteration
        return item

    def __or__(self, stage):
        return stage(self)


async def numbers(stream, start, stop):
    async with contextlib.aclosing(stream):
        for n in range(start, stop):
            await stream.put(n)
    return stop - start


async def doubled(source):
    async for item in source:
        yield item * 2


async def batched(source, size):
    batch = []
    async for item in source:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


async def interleaved(*sources):
    waiting = {asyncio.ensure_future(anext(source)): source for source in sources}
    while waiting:
        done, _ = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        for task in sorted(done, key=lambda task: list(waiting).index(task)):
            source = waiting.pop(task)
            try:
                yield task.result()
            except StopAsyncIteration:
                continue
            waiting[asyncio.ensure_future(anext(source))] = source


failures = Counter()


async def flaky(item):
    failures[item] += 1
    await asyncio.sleep(0)
    if item % 3 == 0 and failures[item] < 3:
        raise ConnectionError(f'{item} try {failures[item]}')
    if item == 8:
        await asyncio.sleep(3600)
    return item * item


async def worker(name, source, results, retries=3):
    handled = 0
    async for item in source:
        for attempt in range(1, retries + 1):
            try:
                async with asyncio.timeout(0.01 if item == 8 else None):
                    results[item] = await flaky(item)
            except ConnectionError as error:
                if attempt == retries:
                    results[item] = repr(error)
                continue
            except TimeoutError:
                results[item] = 'timed out'
            break
        handled += 1
        await asyncio.sleep(0)
    return name, handled > 0


async def main():
    stream = Stream()
    producer = asyncio.create_task(numbers(stream, 0, 5))
    print([item async for item in batched(doubled(stream), 2)], await producer)
    try:
        await stream.put(1)
    except Closed as error:
        print('closed', error)
    print([item async for item in stream], [item async for item in batched(doubled(stream), 3)])

    results, stream = {}, Stream(3)
    async with asyncio.TaskGroup() as group:
        group.create_task(numbers(stream, 1, 11))
        workers = [group.create_task(worker(name, stream, results), name=name) for name in 'xyz']
    print(dict(sorted(results.items())), [task.result() for task in workers], failures[3], failures[1])

    one, two = Stream(1), Stream(1)
    tasks = [asyncio.create_task(numbers(one, 0, 3)), asyncio.create_task(numbers(two, 10, 14))]
    print(sorted([item async for item in interleaved(one, two)]), await asyncio.gather(*tasks))

    stream = Stream()
    producer = asyncio.create_task(numbers(stream, 0, 100))
    seen = []
    async with contextlib.aclosing(batched(stream, 2)) as batches:
        async for batch in batches:
            seen.append(batch)
            if len(seen) == 2:
                break
    producer.cancel()
    stream.queue.get_nowait()
    stream.queue.get_nowait()
    with contextlib.suppress(asyncio.CancelledError):
        await producer
    print(seen, producer.cancelled(), stream.closed)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(numbers(stream, 0, 1))
            group.create_task(asyncio.sleep(3600))
            raise ValueError('in the body')
    except* ValueError as caught:
        print('values', caught.exceptions)
    except* Closed as caught:
        print('closed', caught.exceptions)
    fails = {text: (await asyncio.gather(action, return_exceptions=True))[0] for text, action in {'anext': stream.__anext__() if not stream.queue.empty() else asyncio.sleep(0, 'empty'), 'put': stream.put(1), 'wait_for': asyncio.wait_for(asyncio.Event().wait(), 0)}.items()}
    print({text: repr(value) for text, value in fails.items()})


asyncio.run(main())
