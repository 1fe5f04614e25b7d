# gather, wait, wait_for, as_completed, shield.
import asyncio


async def value(result, delay=0):
    await asyncio.sleep(delay)
    if isinstance(result, BaseException):
        raise result
    return result


async def show(awaitable):
    try:
        print("->", await awaitable)
    except BaseException as error:
        cause = error.__cause__
        print("!", repr(error), "" if cause is None else f"from {cause!r}")


async def gather():
    await show(asyncio.gather())
    await show(asyncio.gather(value(1, 0.1), value(2), value(3)))
    await show(asyncio.gather(value(1), value(KeyError("k")), value(ValueError("v"))))
    await show(asyncio.gather(value(1), value(KeyError("k")), return_exceptions=True))
    coro = value("once")
    await show(asyncio.gather(coro, coro, value("other")))
    child = asyncio.create_task(value("x", 10))
    outer = asyncio.gather(child, value("y", 0.02))
    await asyncio.sleep(0)
    child.cancel("c")
    await show(outer)
    child = asyncio.create_task(value("x", 10))
    outer = asyncio.gather(child, value("y", 0.02), return_exceptions=True)
    await asyncio.sleep(0)
    child.cancel("c")
    await show(outer)
    children = [asyncio.create_task(value(i, 10)) for i in range(2)]
    outer = asyncio.gather(*children, return_exceptions=True)
    await asyncio.sleep(0)
    print(outer.cancel(), outer.cancelled(), outer.done())
    await show(outer)
    print([c.cancelled() for c in children], outer.cancel())
    # The others go on after an error.
    slow = asyncio.create_task(value("slow", 0.1))
    await show(asyncio.gather(slow, value(OSError("o"))))
    print(slow.done(), await slow)


async def wait():
    def names(tasks):
        return sorted(t.get_name() for t in tasks)

    def make(*results):
        return [asyncio.create_task(value(r, i / 10), name=f"n{i}")
                for i, r in enumerate(results)]

    done, pending = await asyncio.wait(make(1, 2, 3))
    print(names(done), names(pending))
    tasks = make(1, 2, 3)
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(pending, timeout=0.13)
    print(names(done), names(pending))
    await asyncio.wait(pending)
    done, pending = await asyncio.wait(make(1, ValueError("e"), 3),
                                       return_when=asyncio.FIRST_EXCEPTION)
    print(names(done), names(pending), [t.exception() for t in done if t.get_name() == "n1"])
    for bad in ([], value(1), [value(1)], asyncio.current_task()):
        try:
            await asyncio.wait(bad)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
        for coro in bad if isinstance(bad, list) else [bad]:
            if asyncio.iscoroutine(coro):
                coro.close()
    await show(asyncio.wait(make(1), return_when="SOME"))


async def wait_for():
    await show(asyncio.wait_for(value(1), 1))
    await show(asyncio.wait_for(value(1), None))
    await show(asyncio.wait_for(value(1, 10), 0.02))
    await show(asyncio.wait_for(value(1, 10), 0))
    await show(asyncio.wait_for(value(LookupError("l")), 1))
    done = asyncio.get_running_loop().create_future()
    done.set_result("already")
    await show(asyncio.wait_for(done, 0))

    async def stubborn():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            return "I stay"

    await show(asyncio.wait_for(stubborn(), 0.02))

    async def broken():
        try:
            await asyncio.sleep(10)
        finally:
            raise ZeroDivisionError("in cleanup")

    await show(asyncio.wait_for(broken(), 0.02))
    await show(asyncio.wait_for(asyncio.wait_for(value(1, 10), 0.1), 0.2))
    await show(asyncio.wait_for(asyncio.wait_for(value(1, 10), 0.2), 0.1))


async def as_completed():
    for coro in asyncio.as_completed([value(i, i / 10) for i in (2, 0, 1)]):
        await show(coro)
    for coro in asyncio.as_completed([value(ValueError("e")), value(2, 0.1)]):
        await show(coro)
    for coro in asyncio.as_completed([value(1), value(2, 1)], timeout=0.1):
        await show(coro)
    try:
        list(asyncio.as_completed(asyncio.current_task()))
    except TypeError as error:
        print(error)


async def shield():
    inner = asyncio.create_task(value("inner", 0.1))
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    outer.cancel()
    await show(outer)
    print(inner.cancelled(), await inner)
    await show(asyncio.shield(value(ValueError("s"))))
    print(asyncio.shield(inner) is inner)
    inner = asyncio.create_task(value("inner", 10))
    outer = asyncio.shield(inner)
    inner.cancel()
    await show(outer)
    try:
        asyncio.shield(3)
    except TypeError as error:
        print(error)


for program in (gather, wait, wait_for, as_completed, shield):
    print("#", program.__name__)
    asyncio.run(program())
