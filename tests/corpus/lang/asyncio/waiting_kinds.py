# wait, as_completed, gather, shield, wait_for: what is left running, and what is said of it.
import asyncio


async def job(name, turns, error=None):
    for _ in range(turns):
        await asyncio.sleep(0)
    if error:
        raise error
    return name


def tasks(*specs):
    return [asyncio.create_task(job(*spec), name=spec[0]) for spec in specs]


def names(found):
    return sorted(task.get_name() for task in found)


async def main():
    for mode in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
        group = tasks(("a", 2), ("b", 4, ValueError("b")), ("c", 6), ("d", 8))
        done, pending = await asyncio.wait(group, return_when=mode)
        print(mode, names(done), names(pending))
        await asyncio.gather(*group, return_exceptions=True)
    group = tasks(("slow", 10**9), ("quick", 1))
    done, pending = await asyncio.wait(group, timeout=0.02)
    print(names(done), names(pending))
    for task in pending:
        task.cancel()
    print(await asyncio.wait(pending) == (pending, set()), [task.cancelled() for task in pending])
    for wrong in ((), [job("x", 0)], 5, asyncio.create_task(job("y", 0))):
        try:
            await asyncio.wait(wrong)
        except (ValueError, TypeError) as error:
            print(type(error).__name__, str(error)[:50])
        if isinstance(wrong, list):
            wrong[0].close()
    try:
        await asyncio.wait(tasks(("z", 0)), return_when="SOMETIMES")
    except ValueError as error:
        print(error)

    found = []
    for future in asyncio.as_completed([job("late", 7), job("bad", 3, KeyError("bad")), job("early", 1)]):
        try:
            found.append(await future)
        except KeyError as error:
            found.append(repr(error))
    print(found)
    hang = asyncio.create_task(asyncio.sleep(3600))
    for future in asyncio.as_completed([hang, job("in time", 1)], timeout=0.02):
        try:
            print(await future)
        except TimeoutError as error:
            print("TimeoutError", error.args, hang.done())
    hang.cancel()

    group = tasks(("one", 1), ("two", 2, OSError("two")), ("three", 5))
    try:
        await asyncio.gather(*group)
    except OSError as error:
        print(repr(error), [task.done() for task in group])
    print(await asyncio.gather(*group, return_exceptions=True), await asyncio.gather())
    same = asyncio.create_task(job("same", 1))
    print(await asyncio.gather(same, job("other", 0), same))
    outer = asyncio.gather(*(group := tasks(("p", 1), ("q", 10**9))))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(outer.cancel(), [task.done() for task in group])
    try:
        await outer
    except asyncio.CancelledError:
        print("gather cancelled", [task.cancelled() for task in group])

    inner = asyncio.create_task(job("inner", 5))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 0)
    except TimeoutError:
        print("timed out, inner done:", inner.done())
    print(await inner, await asyncio.wait_for(inner, 0), await asyncio.wait_for(job("no limit", 3), None))

    async def slow_to_stop():
        try:
            await asyncio.sleep(3600)
        finally:
            await asyncio.sleep(0)
            print("stopped")

    try:
        await asyncio.wait_for(slow_to_stop(), 0.01)
    except asyncio.TimeoutError as error:
        print(repr(error), repr(error.__cause__))

    async def answers_when_cancelled():
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            return "an answer all the same"

    try:
        print(await asyncio.wait_for(answers_when_cancelled(), 0.01))
    except TimeoutError as error:
        print("TimeoutError")
    try:
        await asyncio.wait_for(job("v", 0, LookupError("own error")), 5)
    except LookupError as error:
        print(repr(error), error.__cause__)
    print([task.get_name() for task in asyncio.all_tasks() if task is not asyncio.current_task()])


asyncio.run(main())
