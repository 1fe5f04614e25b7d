# Futures: states, wrong calls, callbacks, exceptions that nobody fetches, cancelling with messages.
import asyncio
import concurrent.futures
import gc


def attempt(function, *args, **kwargs):
    try:
        print("->", function(*args, **kwargs))
    except BaseException as error:
        print(type(error).__name__, error)


def check(function, *args, **kwargs):
    try:
        print("->", function(*args, **kwargs))
    except BaseException as error:
        print(type(error).__name__)


async def main():
    loop = asyncio.get_running_loop()
    future = asyncio.Future()
    print(future.done(), future.cancelled(), future.get_loop() is loop, asyncio.isfuture(future), future)
    attempt(future.result)
    attempt(future.exception)
    check(future.set_result)
    check(asyncio.Future, loop)
    check(asyncio.Future, loop=5)
    check(asyncio.Future, nothing=5)
    check(asyncio.isfuture)
    check(asyncio.iscoroutinefunction)
    check(asyncio._get_running_loop, 1)
    check(asyncio._set_running_loop)
    check(asyncio._register_task)
    check(asyncio._unregister_task)
    print(asyncio.isfuture(5), asyncio.isfuture(concurrent.futures.Future()), asyncio.iscoroutinefunction(main), asyncio.iscoroutinefunction(5))
    print(future.set_result([1]), future.result(), future.exception(), future)
    attempt(future.set_result, 2)
    attempt(future.set_exception, ValueError())
    print(future.cancel(), await future, await future)

    failed = loop.create_future()
    attempt(failed.set_exception, StopIteration("no"))
    attempt(failed.set_exception, "text")
    failed.set_exception(LookupError)
    print(repr(failed.exception()), failed)
    for _ in range(2):
        try:
            await failed
        except LookupError as error:
            print("raised", repr(error), error is failed.exception())

    cancelled = loop.create_future()
    print(cancelled.cancel("with a message"), cancelled.cancel("later"), cancelled.cancelled(), cancelled.done(), cancelled)
    attempt(cancelled.result)
    attempt(cancelled.exception)
    attempt(cancelled.set_result, 1)
    try:
        await cancelled
    except asyncio.CancelledError as error:
        print(error.args)

    seen = []
    watched = loop.create_future()
    for name in "abc":
        watched.add_done_callback(lambda f, name=name: seen.append(name))
    check(watched.add_done_callback)
    watched.set_result(None)
    print(seen)
    await asyncio.sleep(0)
    print(seen)

    class Awaitable:
        def __await__(self):
            yield from asyncio.sleep(0).__await__()
            return "from __await__"

    print(await asyncio.ensure_future(Awaitable()), asyncio.ensure_future(watched) is watched)
    attempt(asyncio.ensure_future, 5)
    attempt(asyncio.ensure_future, asyncio.Future(), loop=asyncio.new_event_loop())

    def yields_wrong():
        yield 5

    class Wrong:
        def __await__(self):
            return yields_wrong()

    async def awaits_wrong():
        await Wrong()

    try:
        await asyncio.create_task(awaits_wrong())
    except RuntimeError as error:
        print(str(error).split("<")[0], str(error)[-1])

    async def awaits_itself():
        await asyncio.current_task()

    try:
        await asyncio.create_task(awaits_itself())
    except RuntimeError as error:
        print(str(error).split(":")[0][:21])
    told = []
    loop.set_exception_handler(lambda loop, context: told.append((context["message"], repr(context["exception"]))))

    def forget():
        lost = loop.create_future()
        lost.set_exception(KeyError("nobody asks"))

    forget()
    gc.collect()
    await asyncio.sleep(0)
    print(told)

    chained = asyncio.wrap_future(other := concurrent.futures.Future())
    other.set_result("threads")
    print(await chained)
    chained = asyncio.wrap_future(other := concurrent.futures.Future())
    chained.cancel()
    await asyncio.sleep(0)
    print(other.cancelled(), asyncio.wrap_future(chained) is chained)


asyncio.run(main())
