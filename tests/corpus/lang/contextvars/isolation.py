"""Contexts: copies, runs, tasks and callbacks each see their own values; tokens restore; contexts are mappings."""
import asyncio
import contextvars
from contextvars import Context, ContextVar, Token, copy_context


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {str(error).split(" at 0x")[0]}'


user = ContextVar('user', default='nobody')
depth = ContextVar('depth')


def nested(n):
    token = depth.set(depth.get(0) + 1)
    try:
        return nested(n - 1) if n else (depth.get(), user.get())
    finally:
        depth.reset(token)


print(nested(3), depth.get('unset'), attempt(depth.get).split(' name')[0])
context = copy_context()
context.run(user.set, 'inner')
print(user.get(), context[user], context.get(depth, 'none'), user in context, depth in context, len(context), [v.name for v in context], list(context.values()))
print(context.run(nested, 1), context.run(lambda: [user.set('again'), user.get()][1]), context[user], user.get())
copied = context.copy()
copied.run(user.set, 'copied')
print(context[user], copied[user], [(var.name, value) for var, value in copied.items()], context == copied, context == context.copy(), context.keys() and 'keys')
first = user.set('one')
second = user.set('two')
print(first.var is user, first.old_value is Token.MISSING, second.old_value, repr(Token.MISSING), user.name)
user.reset(second)
print(user.get(), attempt(user.reset, second).split('token')[0], user.reset(first), user.get())
print(attempt(copy_context, 1)[:9], '|', attempt(contextvars.copy_context, x=1)[:9], '|', attempt(Context().run, len, 5), '|', attempt(context.run, context.run, len, []))
print(Context().run(user.get), attempt(Context().run, depth.get, 'default'), len(Context()), bool(Context()))


async def handler(name, barrier):
    user.set(name)
    seen = [user.get()]
    await barrier.wait()
    seen.append(user.get())
    child = asyncio.create_task(below(name + '-child'))
    seen.append(await child)
    seen.append(user.get())
    return seen


async def below(name):
    before = user.get()
    user.set(name)
    await asyncio.sleep(0)
    return before, user.get()


async def main():
    user.set('main')
    barrier = asyncio.Barrier(3)
    print(await asyncio.gather(*(handler(name, barrier) for name in 'abc')), user.get())
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    loop.call_soon(lambda: done.set_result(user.get()), context=copied)
    user.set('changed before the callback')
    print(await done)
    done = loop.create_future()
    loop.call_soon(lambda: done.set_result(user.get()))
    user.set('too late')
    print(await done, await asyncio.to_thread(user.get))
    task = asyncio.create_task(below('given'), context=context)
    print(await task, context[user], user.get())
    print([await below('same task'), user.get()])


asyncio.run(main())
print(user.get())


def generator():
    user.set('from generator')
    yield user.get()
    yield user.get()


g = generator()
print(next(g), user.get(), user.set('outside').old_value, next(g))
