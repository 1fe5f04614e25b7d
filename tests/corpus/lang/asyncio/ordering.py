# The order in which tasks, callbacks and timers run.
import asyncio


async def count(name, steps):
    for i in range(steps):
        print(name, i)
        await asyncio.sleep(0)
    print(name, "ends")
    return name * 2


async def tasks():
    a = asyncio.create_task(count("a", 3))
    b = asyncio.create_task(count("b", 1))
    print("made")
    print(await b)
    print(await a)
    c = asyncio.create_task(count("c", 2), name="third")
    print(c.get_name(), c.done())
    await c
    print(c.done(), c.result(), c.cancelled(), c.exception())


async def callbacks():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "soon 1")
    handle = loop.call_soon(print, "never")
    loop.call_soon(print, "soon 2", "with", "arguments")
    handle.cancel()
    print(handle.cancelled(), handle)
    loop.call_soon(loop.call_soon, print, "next round")
    await asyncio.sleep(0)
    print("here")
    await asyncio.sleep(0)
    now = loop.time()
    loop.call_at(now + 0.3, print, "at 3")
    loop.call_at(now + 0.1, print, "at 1")
    timer = loop.call_at(now + 0.2, print, "at 2")
    loop.call_later(0.15, timer.cancel)
    print(timer.when() == now + 0.2, loop.time() >= now)
    await asyncio.sleep(0.5)
    print(timer.cancelled())
    now = loop.time()
    for i in range(10):
        loop.call_at(now + 0.02, print, "same", i)
    await asyncio.sleep(0.1)


async def sleeps():
    async def one(delay, name):
        result = await asyncio.sleep(delay, name)
        print(result)
        await asyncio.sleep(0)
        print(result, "again")
        return result

    print(await asyncio.gather(one(0.3, "slow"), one(0.1, "fast"), one(0.2, "middle")))
    print(await asyncio.gather(*[one(0.1, i) for i in range(4)]))
    print(await asyncio.sleep(-1, "negative"))


async def futures():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(lambda f: print("callback 1", f.result()))

    async def wait(name):
        print(name, await future)

    waiters = [asyncio.create_task(wait(i)) for i in range(3)]
    await asyncio.sleep(0)
    future.add_done_callback(lambda f: print("callback 2", f.result()))
    future.set_result("x")
    print("set")
    future.add_done_callback(lambda f: print("late callback", f.result()))
    await asyncio.gather(*waiters)
    print(await future, await future)


async def current():
    print(asyncio.current_task().get_name())
    task = asyncio.create_task(asyncio.sleep(0), name="helper")
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
    await task
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
    asyncio.current_task().set_name(17)
    print(repr(asyncio.current_task().get_name()))


for program in (tasks, callbacks, sleeps, futures, current):
    print("#", program.__name__)
    asyncio.run(program())
