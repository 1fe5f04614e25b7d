# Task groups whose tasks, body or parent fail at the same time; what is raised, in which order.
import asyncio


def shape(error):
    if isinstance(error, BaseExceptionGroup):
        return f"{type(error).__name__}({error.message!r}, [{', '.join(map(shape, error.exceptions))}])"
    return repr(error)


async def fails(error, after=0):
    for _ in range(after):
        await asyncio.sleep(0)
    raise error


async def waits(log, name, error=None):
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        if error:
            raise error
        raise
    finally:
        log.append(f"{name} ends")


async def attempt(title, body):
    log = []
    try:
        result = await body(log)
    except BaseException as error:
        result = f"{shape(error)} context {error.__context__!r} cause {error.__cause__!r}"
    # Which task of a group is cancelled first is not said.
    print(f"{title}: {result}", *sorted(log), sep="\n    ")


async def plain(log):
    async with asyncio.TaskGroup() as group:
        one, two = group.create_task(asyncio.sleep(0, "x"), name="one"), group.create_task(asyncio.sleep(0, 2))
        log.append(repr(group)[:18])
    return one.result(), two.result(), one.get_name()


async def several(log):
    async with asyncio.TaskGroup() as group:
        group.create_task(fails(ValueError(1)))
        group.create_task(fails(KeyError(2)))
        group.create_task(fails(TypeError("later"), 1))
        group.create_task(waits(log, "w"))


async def on_the_way_out(log):
    async with asyncio.TaskGroup() as group:
        group.create_task(waits(log, "a", LookupError("while cancelled")))
        group.create_task(waits(log, "b"))
        group.create_task(fails(ValueError("first"), 1))


async def body_fails(log):
    async with asyncio.TaskGroup() as group:
        group.create_task(waits(log, "w", OSError("from the task")))
        await asyncio.sleep(0)
        raise RuntimeError("from the body")


async def body_alone(log):
    async with asyncio.TaskGroup() as group:
        group.create_task(waits(log, "never started"))
        raise RuntimeError("at once")


async def nested(log):
    async with asyncio.TaskGroup() as outer:
        outer.create_task(waits(log, "outer"))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(waits(log, "inner"))
            inner.create_task(fails(ZeroDivisionError("deep"), 2))


async def parent_cancelled(log):
    async def parent():
        async with asyncio.TaskGroup() as group:
            group.create_task(waits(log, "child"))
            group.create_task(waits(log, "angry", ArithmeticError("on the way")))

    task = asyncio.create_task(parent())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel("from outside")
    await task


async def swallowed(log):
    async with asyncio.TaskGroup() as group:
        async def late():
            try:
                await asyncio.sleep(3600)
            except asyncio.CancelledError:
                log.append("refused")

        group.create_task(late())
        group.create_task(fails(ValueError("v"), 1))
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            log.append(f"body {asyncio.current_task().cancelling()}")
            raise
    return "never"


async def misuse(log):
    group = asyncio.TaskGroup()
    for step in ("early", "late"):
        try:
            coroutine = asyncio.sleep(0)
            group.create_task(coroutine)
        except RuntimeError as error:
            log.append(str(error)[:29])
            coroutine.close()
        if step == "early":
            async with group:
                pass
    try:
        async with group:
            pass
    except RuntimeError as error:
        log.append(str(error)[-30:])
    async with asyncio.TaskGroup() as group:
        try:
            group.create_task("no coroutine")
        except TypeError as error:
            log.append(str(error))


async def exits(log):
    async with asyncio.TaskGroup() as group:
        group.create_task(waits(log, "w"))

        async def leave():
            raise SystemExit(3)

        group.create_task(leave())


async def main():
    for body in (plain, several, on_the_way_out, body_fails, body_alone, nested, parent_cancelled, swallowed, misuse):
        await attempt(body.__name__, body)
    print(asyncio.current_task().cancelling(), len(asyncio.all_tasks()))
    await attempt("exits", exits)


asyncio.run(main())
