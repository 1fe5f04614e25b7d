# What runs when: call_soon, futures' callbacks, tasks that wake, timers, all in one log.
import asyncio
import contextvars

log = []
var = contextvars.ContextVar("var", default="outside")


def note(text):
    log.append(f"{text}[{var.get()}]")


async def sleeper(name, times):
    for n in range(times):
        note(f"{name}{n}")
        await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    var.set("main")
    future.add_done_callback(lambda f: note("first callback"))
    future.add_done_callback(lambda f: note("second callback"), context=contextvars.Context())

    async def waits():
        var.set("waiter")
        note("waiter waits")
        await future
        note("waiter wakes")

    task = asyncio.create_task(waits(), name="waiter")
    other = asyncio.create_task(sleeper("s", 4))
    loop.call_soon(note, "soon 1")
    loop.call_soon(note, "soon 2", context=contextvars.copy_context())
    var.set("changed")
    note("before the first pause")
    await asyncio.sleep(0)
    note("after the first pause")
    removed = lambda f: note("never")
    future.add_done_callback(removed)
    print(future.remove_done_callback(removed), future.remove_done_callback(removed))
    loop.call_soon(note, "before the result")
    future.set_result(None)
    loop.call_soon(note, "after the result")
    future.add_done_callback(lambda f: note("callback of what is done"))
    handle = loop.call_soon(note, "cancelled, never")
    handle.cancel()
    await task
    note("task awaited")
    task.add_done_callback(lambda t: note(f"{t.get_name()} was done"))
    await other
    print(*log, sep="\n")
    log.clear()

    when = loop.time()
    loop.call_at(when + 0.03, note, "timer 3")
    loop.call_at(when + 0.01, note, "timer 1")
    loop.call_at(when + 0.01, note, "timer 1 as well")
    loop.call_later(-5, note, "timer of the past")
    loop.call_soon(lambda: loop.call_soon(note, "soon from soon"))
    loop.call_soon(note, "soon")
    await asyncio.sleep(0.06)
    print(*log, sep="\n")
    log.clear()

    def falls():
        note("falls")
        raise ValueError("in a callback")

    loop.set_exception_handler(lambda loop, context: note(f"{context['message'].split('(')[0]}: {context['exception']!r}"))
    done = loop.create_future()
    done.add_done_callback(lambda f: falls())
    done.add_done_callback(lambda f: note("still called"))
    loop.call_soon(falls)
    done.cancel("no more")
    try:
        await done
    except asyncio.CancelledError as error:
        note(f"cancelled {error.args}")
    await asyncio.sleep(0)
    loop.set_exception_handler(None)
    results = await asyncio.gather(*(asyncio.sleep(0, n) for n in range(3)), sleeper("g", 2))
    print(*log, results, sep="\n")


asyncio.run(main())
