"""asyncio: tasks that give way to each other, and a queue between producers and consumers."""

import asyncio
import sys


async def turns(count, step):
    total = 0
    for _ in range(count):
        total = (total * 3 + step) % 1000003
        await asyncio.sleep(0)
    return total


async def produce(queue, count):
    for number in range(count):
        await queue.put(number)
    await queue.put(None)


async def consume(queue):
    total = 0
    while (number := await queue.get()) is not None:
        total = (total * 31 + number) % 1000003
    return total


async def run(count):
    total = sum(await asyncio.gather(*(turns(count // 100, step) for step in range(100))))
    queues = [asyncio.Queue(maxsize=4) for _ in range(10)]
    producers = [asyncio.create_task(produce(queue, count // 20)) for queue in queues]
    results = await asyncio.gather(*(consume(queue) for queue in queues))
    await asyncio.gather(*producers)
    for result in results:
        total = (total * 31 + result) % 1000003
    return total


print(asyncio.run(run(int(sys.argv[1]) if len(sys.argv) > 1 else 450000)))
