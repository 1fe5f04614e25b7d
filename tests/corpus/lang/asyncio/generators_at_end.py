# Event loops close the asynchronous generators that programs have left.
import asyncio
import gc
import sys


async def ticks(name):
    try:
        while True:
            yield name
            await asyncio.sleep(0)
    finally:
        await asyncio.sleep(0)
        print('closed', name)


async def leave():
    async for tick in ticks('broken off'):
        print(tick)
        break
    kept = ticks('kept')
    print(await kept.__anext__())
    hooks = sys.get_asyncgen_hooks()
    print(hooks.firstiter is not None, hooks.finalizer is not None)
    return kept


async def main():
    kept = await leave()
    gc.collect()
    for _ in range(6):
        await asyncio.sleep(0)
    print('end of main')
    return kept


print(sys.get_asyncgen_hooks() == (None, None))
kept = asyncio.run(main())
print(sys.get_asyncgen_hooks() == (None, None), kept.ag_frame)


async def bad():
    try:
        yield 1
    finally:
        raise ValueError('in finally')


async def with_handler():
    loop = asyncio.get_running_loop()

    def handler(loop, context):
        print(context['message'].split(' generator ')[0], repr(context['exception']),
              context['asyncgen'].__name__)

    loop.set_exception_handler(handler)
    made = bad()
    print(await made.__anext__())
    await loop.shutdown_asyncgens()
    return made


made = asyncio.run(with_handler())


async def after():
    import warnings
    loop = asyncio.get_running_loop()
    await loop.shutdown_asyncgens()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        late = ticks('late')
        print(await late.__anext__())
        print([str(one.message).split(' <')[0] for one in caught])
    await late.aclose()


asyncio.run(after())

loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(loop.shutdown_asyncgens())
    print(loop._asyncgens_shutdown_called)
finally:
    loop.close()
