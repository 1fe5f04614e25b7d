# A pool of workers over a queue: order of work, errors in workers, join, and shutting down.
import asyncio

log = []


def note(*what):
    log.append(" ".join(map(str, what)))


async def worker(name, queue, results):
    note(name, "starts")
    try:
        while True:
            job = await queue.get()
            try:
                if job % 5 == 0:
                    raise ValueError(f"job {job}")
                for _ in range(job % 3):
                    await asyncio.sleep(0)
                results.append((name, job))
                note(name, "did", job)
            except ValueError as error:
                note(name, "failed:", error)
                if job == 10:
                    raise
            finally:
                queue.task_done()
    except asyncio.CancelledError:
        note(name, "is cancelled")
        raise
    finally:
        note(name, "ends")


async def main():
    queue = asyncio.Queue(maxsize=3)
    results = []
    workers = [asyncio.create_task(worker(name, queue, results), name=name) for name in "ABC"]

    async def feed():
        for job in range(1, 13):
            await queue.put(job)
            note("put", job, "size", queue.qsize())

    await feed()
    await queue.join()
    note("joined", queue.empty(), queue.full())
    for task in workers:
        note(task.get_name(), task.done(), repr(task.exception()) if task.done() else "runs")
        task.cancel("closing time")
    found = await asyncio.gather(*workers, return_exceptions=True)
    note(*[repr(one) for one in found])
    note("unfinished", queue._unfinished_tasks)
    try:
        queue.task_done()
    except ValueError as error:
        note(error)
    return results


results = asyncio.run(main())
print(*log, sep="\n")
print(sorted(job for _, job in results), len(log))
