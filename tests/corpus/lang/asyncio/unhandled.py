# Errors nobody handles go to standard error.
import asyncio


class Fails:
    def __call__(self, *args):
        raise LookupError(*args)

    def __repr__(self):
        return "Fails()"


async def reported():
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({"message": "a message", "number": 3, "also": [1, 2]})
    loop.call_exception_handler({"text": "no message"})
    loop.default_exception_handler({"message": "by default", "exception": ValueError("bare")})
    loop.call_soon(Fails(), "argument")
    loop.call_soon(int, "no number")
    await asyncio.sleep(0)

    def broken(loop, context):
        raise TypeError("the handler fails")

    loop.set_exception_handler(broken)
    loop.call_exception_handler({"message": "unseen"})
    loop.set_exception_handler(None)
    print("the loop goes on")


asyncio.run(reported())


async def child():
    try:
        await asyncio.sleep(10)
    finally:
        raise RuntimeError("at shutdown")


async def main():
    asyncio.create_task(child(), name="child")
    await asyncio.sleep(0)
    print("main ends")


asyncio.run(main())


async def raises():
    await asyncio.create_task(deeper(), name="deep")


async def deeper():
    async with asyncio.timeout(5):
        await asyncio.gather(asyncio.sleep(0), deepest())


async def deepest():
    raise KeyError("the last error")


asyncio.run(raises())
