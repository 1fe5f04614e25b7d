# Frames of generators, coroutines and asynchronous generators.
import inspect
import sys


def numbers(start):
    value = start
    while value < start + 2:
        got = yield value
        value += 1
    return 'end'


g = numbers(5)
frame = g.gi_frame
print(frame is g.gi_frame, frame.f_code is g.gi_code is numbers.__code__, frame.f_lineno, frame.f_locals, frame.f_back)
print(g.gi_running, g.gi_suspended, inspect.getgeneratorstate(g))
print(next(g), frame.f_lineno, frame.f_locals, frame.f_back, g.gi_suspended, inspect.getgeneratorstate(g))
print(g.send('sent'), frame.f_locals, inspect.getgeneratorlocals(g))
print(next(g, 'over'), g.gi_frame, g.gi_suspended, inspect.getgeneratorstate(g), g.gi_code.co_name)


def looks():
    me = yield
    print(me.gi_running, me.gi_frame is sys._getframe(), sys._getframe().f_back.f_code.co_name)
    yield sorted(me.gi_frame.f_locals)
    print(sys._getframe().f_back.f_lineno)
    yield


l = looks()
next(l)
print(l.send(l), l.gi_frame.f_back)


def resume():
    next(l)


resume()
cleared = numbers(1)
next(cleared)
held = cleared.gi_frame
held.clear()
print(cleared.gi_frame, list(cleared), held.f_locals)


def cleaning():
    try:
        yield 1
    finally:
        print('cleaned')


c = cleaning()
next(c)
c.gi_frame.clear()
print(inspect.getgeneratorstate(c))


def outer():
    result = yield from inner()
    yield result


def inner():
    yield 'deep'
    return 'back'


o = outer()
print(o.gi_yieldfrom, next(o), o.gi_yieldfrom.gi_frame.f_code.co_name, o.gi_frame.f_lineno)
print(next(o), o.gi_yieldfrom, o.gi_frame.f_locals)
o.close()
print(o.gi_frame)


class Wait:
    def __await__(self):
        yield 'waiting'
        return 'waited'


async def coroutine(x):
    got = await Wait()
    return got


co = coroutine(1)
print(co.cr_frame.f_locals, co.cr_running, co.cr_suspended, co.cr_await, inspect.getcoroutinestate(co))
print(co.send(None), co.cr_frame.f_locals, co.cr_suspended, co.cr_await is not None, inspect.getcoroutinestate(co))
try:
    co.send(None)
except StopIteration as e:
    print(e.value, co.cr_frame, inspect.getcoroutinestate(co))


async def produces():
    value = 'v'
    yield value


ag = produces()
print(ag.ag_frame.f_locals, ag.ag_running, ag.ag_await, ag.ag_code.co_name)
try:
    ag.__anext__().send(None)
except StopIteration as e:
    print(e.value, ag.ag_frame.f_locals, ag.ag_frame.f_lineno)
try:
    ag.__anext__().send(None)
except StopAsyncIteration:
    print(ag.ag_frame)
expression = (x * x for x in range(3))
print(expression.gi_code.co_name, next(expression), expression.gi_frame.f_locals['x'])
for name in ('gi_frame', 'gi_running', 'gi_code', 'gi_yieldfrom', 'gi_suspended'):
    try:
        setattr(g, name, None)
    except AttributeError as e:
        print(type(e).__name__)
