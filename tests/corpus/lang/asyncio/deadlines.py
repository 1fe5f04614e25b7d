# Deadlines within deadlines: which one fires, moved ones, those that are over before they begin.
import asyncio


async def outcome(awaitable):
    try:
        return await awaitable
    except BaseException as error:
        return f"{type(error).__name__}{error.args} context {type(error.__context__).__name__} cause {type(error.__cause__).__name__}"


async def nested(outer, inner):
    async with asyncio.timeout(outer) as around:
        try:
            async with asyncio.timeout(inner) as within:
                await asyncio.sleep(3600)
        except TimeoutError:
            return "the inner one", around.expired(), within.expired()
        finally:
            print("   ", within.expired(), asyncio.current_task().cancelling())
    return "never"


async def moved():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(3600) as deadline:
        print("   ", deadline.when() > loop.time() + 3000, deadline.expired())
        deadline.reschedule(loop.time() + 0.01)
        await asyncio.sleep(3600)


async def taken_back():
    async with asyncio.timeout(0.001) as deadline:
        deadline.reschedule(None)
        await asyncio.sleep(0.02)
    return deadline.when(), deadline.expired()


async def already_over(error=None):
    loop = asyncio.get_running_loop()
    async with asyncio.timeout_at(loop.time() - 5) as deadline:
        try:
            await asyncio.sleep(0)
            await asyncio.sleep(0)
        except asyncio.CancelledError:
            if error:
                raise error
            raise


async def no_pause():
    async with asyncio.timeout(0):
        return "without a pause nothing can fire"


async def swallowed():
    async with asyncio.timeout(0.005):
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            pass
        return "swallowed"


async def cancelled_as_well():
    async def inner():
        async with asyncio.timeout(3600):
            await asyncio.sleep(3600)

    task = asyncio.create_task(inner())
    await asyncio.sleep(0)
    task.cancel("from outside")
    return await task


async def misuse():
    deadline = asyncio.timeout(5)
    for step in (lambda: deadline.reschedule(3), lambda: deadline.__aenter__().send(None)):
        try:
            step()
        except (RuntimeError, StopIteration) as error:
            print("   ", type(error).__name__, str(error).split("when=")[0])
    await deadline.__aexit__(None, None, None)
    try:
        deadline.reschedule(5)
    except RuntimeError as error:
        print("   ", error)
    return repr(deadline)


async def main():
    for awaitable in (nested(0.2, 0.01), nested(0.01, 0.2), nested(None, 0.01), moved(), taken_back(), already_over(), already_over(KeyError("own")),
                      no_pause(), swallowed(), cancelled_as_well(), misuse(), asyncio.wait_for(nested(0.01, None), 5), asyncio.wait_for(asyncio.sleep(0, "x"), 0)):
        print(awaitable.__qualname__, await outcome(asyncio.ensure_future(awaitable)))
    print(asyncio.current_task().cancelling(), len(asyncio.all_tasks()))


asyncio.run(main())
