"""types.coroutine: generators that are awaited, and coroutines that they delegate to."""
import sys
import types
import warnings


def names():
    frame, found = sys._getframe(1), []
    while frame.f_code.co_name != '<module>':
        found.append(frame.f_code.co_name)
        frame = frame.f_back
    return found


@types.coroutine
def pause(value):
    try:
        got = yield value
        return got * 2
    except ValueError:
        print('pause', names())
        raise


async def task():
    try:
        print('got', await pause('first'))
        await pause('second')
    except ValueError as error:
        print('task', names(), error)
        raise


def run():
    coro = task()
    print(coro.send(None))
    print(coro.send(21))
    try:
        coro.throw(ValueError('x'))
    except ValueError as error:
        print('out', error)


run()


@types.coroutine
def delegating(coro):
    return (yield from coro)


async def value():
    return 'spam'


waiter = delegating(value())
try:
    waiter.send(None)
except StopIteration as stop:
    print(stop.value)


def plain(coro):
    yield from coro


coro = value()
try:
    next(plain(coro))
except TypeError as error:
    print(error)
coro.close()
print(pause.__code__.co_flags & 0x180, task.__code__.co_flags & 0x180, plain.__code__.co_flags & 0x180)


@types.coroutine
def no_generator(kind):
    return plain(()) if kind == 'generator' else kind


async def awaits(made):
    try:
        return await made
    except TypeError as error:
        return str(error)


for kind in ('generator', 5):
    try:
        awaits(no_generator(kind)).send(None)
    except StopIteration as stop:
        print(stop.value)
for bad in (None, 3, 'text'):
    try:
        types.coroutine(bad)
    except TypeError as error:
        print(error)

# A coroutine that is cleared before it begins is warned of; one that is closed is not.
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    coro = value()
    coro.cr_frame.clear()
    coro.close()
    value().close()
print([str(one.message) for one in seen], coro.cr_frame)
