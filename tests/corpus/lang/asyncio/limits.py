# timeout, timeout_at, TaskGroup.
import asyncio


async def show(coro):
    try:
        print("->", await coro)
    except BaseException as error:
        print("!", repr(error), repr(error.__cause__), repr(error.__context__))


async def timeouts():
    async def late(delay, limit):
        async with asyncio.timeout(limit) as manager:
            print(manager.expired())
            await asyncio.sleep(delay)
        print(manager.expired(), repr(manager))
        return "in time"

    await show(late(0.02, 1))
    await show(late(1, 0.02))
    await show(late(0, None))
    await show(late(1, 0))
    await show(late(0, -1))

    async def nested(outer, inner):
        try:
            async with asyncio.timeout(outer) as first:
                try:
                    async with asyncio.timeout(inner) as second:
                        await asyncio.sleep(1)
                finally:
                    print("inner", second.expired(), first.expired())
        finally:
            print("outer", second.expired(), first.expired(),
                  asyncio.current_task().cancelling())

    await show(nested(0.02, 0.1))
    await show(nested(0.1, 0.02))

    async def moved():
        loop = asyncio.get_running_loop()
        async with asyncio.timeout_at(loop.time() + 10) as manager:
            print(manager.when() > loop.time())
            manager.reschedule(loop.time() + 0.02)
            await asyncio.sleep(5)

    await show(moved())

    async def swallowed():
        async with asyncio.timeout(0.02):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                print("swallowed")
        return asyncio.current_task().cancelling()

    await show(swallowed())

    async def other_error():
        async with asyncio.timeout(0.02):
            try:
                await asyncio.sleep(1)
            finally:
                raise KeyError("mine")

    await show(other_error())

    async def cancelled_outside():
        task = asyncio.create_task(late(1, 1))
        await asyncio.sleep(0)
        task.cancel("outside")
        await task

    await show(cancelled_outside())

    async def misuse():
        manager = asyncio.timeout(1)
        try:
            manager.reschedule(3)
        except RuntimeError as error:
            print(error)
        async with manager:
            pass
        try:
            manager.reschedule(3)
        except RuntimeError as error:
            print(error)
        async with manager:
            print("not here")

    await show(misuse())


async def groups():
    async def work(name, delay=0, error=None):
        try:
            await asyncio.sleep(delay)
            if error:
                raise error
            print(name, "ends")
            return name
        except asyncio.CancelledError:
            print(name, "is cancelled")
            raise

    async def good():
        async with asyncio.TaskGroup() as group:
            a = group.create_task(work("a", 0.1))
            b = group.create_task(work("b"), name="bee")
            print(group, b.get_name())
        print(group)
        return a.result(), b.result()

    await show(good())

    async def bad():
        async with asyncio.TaskGroup() as group:
            group.create_task(work("a", 1))
            group.create_task(work("b", 0, ValueError("b")))
            group.create_task(work("c", 0, KeyError("c")))
            await asyncio.sleep(1)
            print("never")

    await show(bad())

    async def body():
        async with asyncio.TaskGroup() as group:
            group.create_task(work("a", 1))
            await asyncio.sleep(0)
            raise OSError("in the body")

    await show(body())

    async def nested():
        async with asyncio.TaskGroup() as outer:
            outer.create_task(work("outer", 1))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(work("inner", 0, ValueError("deep")))

    await show(nested())

    async def split():
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(work("a", 0, ValueError("v")))
                group.create_task(work("b", 0, TypeError("t")))
        except* ValueError as found:
            print("values", found.exceptions)
        except* TypeError as found:
            print("types", found.exceptions)
        return asyncio.current_task().cancelling()

    await show(split())
    task = asyncio.create_task(good())
    await asyncio.sleep(0)
    task.cancel("outside")
    await show(task)

    async def exits():
        async with asyncio.TaskGroup() as group:
            group.create_task(work("other", 1))
            await asyncio.sleep(0)
            raise SystemExit(3)

    await show(exits())
    group = asyncio.TaskGroup()
    coro = work("x")
    for _ in range(2):
        try:
            group.create_task(coro)
        except RuntimeError as error:
            print(error)
        async with group:
            pass
        try:
            group.create_task(coro)
        except RuntimeError as error:
            print(error)
        coro.close()
        try:
            async with group:
                pass
        except RuntimeError as error:
            print(error)
        break


for program in (timeouts, groups):
    print("#", program.__name__)
    asyncio.run(program())
