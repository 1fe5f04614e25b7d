"""Where async for ends: StopAsyncIteration, errors in the iterator, cancellation of the loop, return inside."""
import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable


class Faulty:
    def __init__(self, *script):
        self.script = iter(script)

    def __aiter__(self):
        return self

    async def __anext__(self):
        step = next(self.script, StopAsyncIteration)
        if isinstance(step, type) and issubclass(step, BaseException):
            raise step('from the iterator')
        return step


async def collect(source):
    seen = []
    try:
        async for item in source:
            seen.append(item)
        else:
            seen.append('else')
    except Exception as error:
        seen.append(repr(error))
        seen.append(repr(error.__cause__))
    return seen


async def leaks():
    yield 1
    raise StopAsyncIteration('inside a generator')


async def leaks_plain():
    yield 1
    raise StopIteration('plain')


async def returns_early():
    async for item in Faulty(1, 2, 3):
        if item == 2:
            return f'returned at {item}'


async def nested():
    out = []
    async for a in Faulty('x', 'y'):
        async for b in Faulty(1, 2, 3):
            if b == 2:
                continue
            if a == 'y':
                break
            out.append((a, b))
        else:
            out.append(f'{a} inner done')
    return out


async def slow():
    try:
        while True:
            yield await asyncio.sleep(3600, 'never')
    except asyncio.CancelledError:
        print('cancelled while waiting')
        raise
    finally:
        print('slow closed')


async def main():
    print(await collect(Faulty(1, 2)))
    print(await collect(Faulty(1, KeyError, 3)))
    print(await collect(Faulty(StopAsyncIteration)))
    print(await collect(Faulty(StopIteration)))
    print(await collect(leaks()))
    print(await collect(leaks_plain()))
    print(await returns_early(), await nested())
    task = asyncio.create_task(collect(slow()))
    await asyncio.sleep(0)
    task.cancel('no longer wanted')
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), task.cancelled())
    generator = leaks()
    pending = anext(Faulty())
    print(isinstance(generator, AsyncGenerator), isinstance(Faulty(), AsyncIterator), isinstance(Faulty(), AsyncIterable), isinstance(pending, Awaitable), pending.close())
    print(issubclass(AsyncGenerator, AsyncIterator), [cls.__name__ for cls in AsyncGenerator.__mro__])
    await generator.aclose()
    print(await collect(generator), await anext(generator, 'nothing more'))


asyncio.run(main())
