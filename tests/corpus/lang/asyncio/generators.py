# Asynchronous generators, iteration, context managers and variables among tasks.
import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")


async def ticks(count):
    try:
        for i in range(count):
            await asyncio.sleep(0)
            yield i
    finally:
        await asyncio.sleep(0)
        print("ticks end")


async def consume(name):
    async for i in ticks(3):
        print(name, i)
    print(name, [i async for i in ticks(2) if i])


async def closing():
    generator = ticks(5)
    print(await anext(generator))
    await generator.aclose()
    print(await anext(generator, "nothing more"))
    generator = ticks(5)
    await anext(generator)
    try:
        await generator.athrow(ValueError("thrown"))
    except ValueError as error:
        print(error)
    generator = ticks(5)

    async def cancelled():
        async for i in generator:
            print("sees", i)
            await asyncio.sleep(10)

    task = asyncio.create_task(cancelled())
    await asyncio.sleep(0.02)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    await generator.aclose()


class Resource:
    async def __aenter__(self):
        await asyncio.sleep(0)
        print("open")
        return self

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0)
        print("close", kind and kind.__name__)
        return kind is KeyError


async def resources():
    async with Resource(), Resource():
        raise KeyError
    try:
        async with asyncio.timeout(0.02), Resource():
            await asyncio.sleep(1)
    except TimeoutError:
        print("timed out")


async def show(where):
    print(where, user.get())
    user.set(where)
    await asyncio.sleep(0)
    print(where, user.get())


async def variables():
    user.set("main")
    await asyncio.gather(show("first"), show("second"))
    print(user.get())
    await show("direct")
    print(user.get())
    loop = asyncio.get_running_loop()
    context = contextvars.copy_context()
    context.run(user.set, "given")
    loop.call_soon(lambda: print("callback", user.get()))
    loop.call_soon(lambda: print("callback", user.get()), context=context)
    await asyncio.create_task(show("in a given context"), context=context)
    print(user.get(), context[user])
    print(await asyncio.to_thread(user.get))


async def both():
    await asyncio.gather(consume("a"), consume("b"))


for program in (both, closing, resources, variables):
    print("#", program.__name__)
    asyncio.run(program())
print(user.get())
