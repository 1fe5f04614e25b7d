# Cancellation at odd moments: before the start, in finally, while waiting for what is done, twice, refused.
import asyncio

seen = []


async def step(name, times=3):
    try:
        for n in range(times):
            seen.append(f"{name}{n}")
            await asyncio.sleep(0)
        return name
    except asyncio.CancelledError as error:
        seen.append(f"{name}!{error.args}")
        raise
    finally:
        seen.append(f"{name}.")


def show(title):
    print(title, *seen)
    seen.clear()


async def outcome(task):
    try:
        return await task
    except asyncio.CancelledError as error:
        return f"cancelled {error.args}"
    except Exception as error:
        return repr(error)


async def before_start():
    task = asyncio.create_task(step("a"))
    print(task.cancel("early"), task.cancelled(), task.cancelling())
    print(await outcome(task), task.cancelled(), task.cancel())
    show("before the start:")


async def stubborn():
    async def refuses():
        for _ in range(2):
            try:
                await asyncio.sleep(3600)
            except asyncio.CancelledError as error:
                seen.append(f"refused {error.args}")
        return "stayed"

    task = asyncio.create_task(refuses())
    await asyncio.sleep(0)
    task.cancel("one")
    await asyncio.sleep(0)
    print(task.cancelling(), task.uncancel(), task.done())
    task.cancel("two")
    print(await outcome(task), task.cancelled(), task.cancelling())
    show("stubborn:")


async def in_finally():
    async def cleans():
        try:
            await asyncio.sleep(3600)
        finally:
            seen.append("cleaning")
            await asyncio.sleep(0)
            seen.append("cleaned")
            await step("c", 1)

    task = asyncio.create_task(cleans())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0)
    task.cancel("again")
    print(await outcome(task))
    show("in finally:")


async def when_done():
    inner = asyncio.create_task(step("d", 1))
    outer = asyncio.create_task(outcome(inner))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(inner.done(), outer.done(), outer.cancel())
    print(await outcome(outer), inner.result())
    show("when done:")


async def itself():
    async def own():
        asyncio.current_task().cancel("by itself")
        seen.append("goes on")
        await asyncio.sleep(0)
        seen.append("never here")

    print(await outcome(asyncio.create_task(own())))

    async def no_more_waiting():
        asyncio.current_task().cancel()
        return "a value"

    task = asyncio.create_task(no_more_waiting())
    print(await outcome(task), task.cancelled())
    show("itself:")


async def replaced():
    async def turns():
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError as error:
            raise LookupError("instead") from error

    task = asyncio.create_task(turns())
    await asyncio.sleep(0)
    task.cancel("why")
    print(await outcome(task), task.cancelled(), repr(task.exception().__cause__))


async def shared():
    target = asyncio.get_running_loop().create_future()
    waiters = [asyncio.create_task(outcome(target)) for _ in range(2)]
    await asyncio.sleep(0)
    waiters[0].cancel("only the first")
    await asyncio.sleep(0)
    print(target.cancelled(), [await outcome(waiter) for waiter in waiters])
    shielded = asyncio.get_running_loop().create_future()
    one = asyncio.create_task(outcome(asyncio.shield(shielded)))
    await asyncio.sleep(0)
    one.cancel("behind a shield")
    await asyncio.sleep(0)
    shielded.set_result("kept")
    print(await one, await shielded)


async def main():
    for function in (before_start, stubborn, in_finally, when_done, itself, replaced, shared):
        await function()


asyncio.run(main())
