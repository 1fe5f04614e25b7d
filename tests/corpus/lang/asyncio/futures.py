# Future and Task: their state, their errors, how they are shown.
import asyncio


def attempt(function, *args, **kwargs):
    try:
        print("->", function(*args, **kwargs))
    except BaseException as error:
        print(type(error).__name__, error)


class Awaitable:
    def __init__(self, *values):
        self.values = values

    def __await__(self):
        for value in self.values:
            yield value
        return "awaited"


async def fails(error):
    raise error


async def futures():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future, future.done(), future.cancelled(), future.get_loop() is loop)
    attempt(future.result)
    attempt(future.exception)
    future.add_done_callback(print)
    print(future)
    print(future.remove_done_callback(print), future.remove_done_callback(print), future)
    attempt(future.set_exception, 3)
    attempt(future.set_exception, StopIteration())
    future.set_result(list(range(20)))
    print(future, len(future.result()), future.exception())
    attempt(future.set_result, 1)
    attempt(future.set_exception, ValueError())
    print(future.cancel(), future.cancelled())
    future = asyncio.Future()
    future.set_exception(KeyError)
    print(future, repr(future.exception()))
    attempt(future.result)
    future = asyncio.Future(loop=loop)
    print(future.cancel("the message"), future, future.cancelled(), future.done())
    attempt(future.result)
    attempt(future.exception)
    print(asyncio.isfuture(future), asyncio.isfuture(3), asyncio.isfuture(asyncio.Future))
    for value in ("x" * 100, {i: i for i in range(9)}, (1,), 10**50, [[[]]], None):
        future = loop.create_future()
        future.set_result(value)
        print(future)


async def tasks():
    async def sleeper():
        await asyncio.sleep(0)

    task = asyncio.create_task(fails(ValueError("v")), name="failing")
    await asyncio.wait([task])
    print(task.done(), task.cancelled(), repr(task.exception()), task.get_name())
    attempt(task.result)
    attempt(task.set_result, 1)
    attempt(task.set_exception, ValueError())
    task = asyncio.create_task(sleeper())
    print(asyncio.iscoroutine(task.get_coro()), task.get_coro().__name__)
    attempt(task.exception)
    await task
    attempt(asyncio.Task, 3)
    attempt(asyncio.ensure_future, 3)
    print(await asyncio.ensure_future(Awaitable()))
    print(asyncio.ensure_future(task) is task)
    print(asyncio.iscoroutinefunction(sleeper), asyncio.iscoroutinefunction(print))
    coro = sleeper()
    print(asyncio.iscoroutine(coro), asyncio.iscoroutine(sleeper))
    await coro
    for bad in (3, "text"):
        try:
            await asyncio.create_task(fails_by(bad))
        except RuntimeError as error:
            print(error)

    async def selfish():
        await asyncio.current_task()

    try:
        await asyncio.create_task(selfish())
    except RuntimeError as error:
        print(str(error)[:28])
    other = asyncio.new_event_loop()
    try:
        await other.create_future()
    except RuntimeError as error:
        print("attached to a different loop" in str(error))
    attempt(asyncio.ensure_future, other.create_future(), loop=asyncio.get_running_loop())
    other.close()
    for error in (SystemExit(3), KeyboardInterrupt()):
        print(type(error).__name__)


async def fails_by(value):
    await Awaitable(value)


def exits():
    for error in (SystemExit(3), KeyboardInterrupt("k"), GeneratorExit(), StopIteration(1)):
        async def main():
            await asyncio.create_task(fails(error))

        attempt(asyncio.run, main())


async def reports():
    loop = asyncio.get_running_loop()

    def handler(loop, context):
        print(sorted(context), context["message"].split(" at ")[0], repr(context.get("exception")))

    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(lambda: 1 / 0)
    loop.call_soon(print, "the next one runs")
    loop.call_later(0, int, "x")
    await asyncio.sleep(0.02)
    loop.call_exception_handler({"message": "mine", "number": 3})
    future = loop.create_future()
    future.add_done_callback(lambda f: int("x"))
    future.add_done_callback(lambda f: print("second callback"))
    future.set_result(1)
    await asyncio.sleep(0)
    loop.set_exception_handler(None)


for program in (futures, tasks, reports):
    print("#", program.__name__)
    asyncio.run(program())
exits()
