"""Coroutines and asynchronous generators driven by hand: send, throw, close, and their attributes."""
import inspect
import types


class Step:
    """Gives its label to whoever drives, and returns what is sent."""

    def __init__(self, label):
        self.label = label

    def __await__(self):
        return (yield self.label)


def attempt(function, *args):
    try:
        return function(*args)
    except BaseException as error:
        return f'{type(error).__name__}: {error}'


async def work(name):
    try:
        first = await Step(name + '-1')
        second = await Step(name + '-2')
        return first, second
    except ValueError as error:
        return f'caught {error}', await Step('last')
    finally:
        print('leaving', name)


c = work('a')
print(c.cr_code.co_name, c.cr_frame.f_code is c.cr_code, c.cr_running, c.cr_suspended, c.cr_await, c.cr_origin, inspect.getcoroutinestate(c))
print(attempt(c.send, 'early'), '|', c.send(None), c.cr_suspended, type(c.cr_await).__name__, c.cr_frame.f_locals['name'])
print(c.send('one'), attempt(c.send, 'two'), c.cr_frame, c.cr_suspended, inspect.getcoroutinestate(c))
print(attempt(c.send, None), '|', attempt(c.throw, ValueError), '|', c.close(), c.cr_code.co_varnames)
c = work('b')
c.send(None)
print(c.throw(ValueError('v')), attempt(c.send, 9))
c = work('c')
c.send(None)
print(attempt(c.throw, KeyError('k')), attempt(c.throw), '|', attempt(c.throw, 5), '|', attempt(c.throw, 'text'))
c = work('d')
print(attempt(c.throw, KeyError, 'not started'), c.close(), attempt(iter, c), attempt(next, c))
c = work('e')
c.send(None)
print(c.close(), c.close(), attempt(setattr, c, 'cr_code', 1), '|', attempt(setattr, c, '__name__', 5))
c.__name__, c.__qualname__ = 'new', 'Quite.new'
print(c.__name__, repr(c).split(' at ')[0])


async def numbers(limit):
    got = 'start'
    try:
        for i in range(limit):
            await Step('wait')
            got = yield i, got
    except ZeroDivisionError:
        yield 'divided'
    finally:
        print('numbers end')


def drive(awaitable, *answers):
    """What the awaitable asks for, and its result or error."""
    asked, iterator = [], awaitable.__await__()
    try:
        asked.append(iterator.send(None))
        for answer in answers:
            asked.append(iterator.send(answer))
    except StopIteration as stop:
        return asked, stop.value
    except BaseException as error:
        return asked, repr(error)
    return asked, 'waits'


g = numbers(5)
print(g.ag_code.co_name, g.ag_frame is not None, g.ag_running, g.ag_await, aiter(g) is g, type(g.asend(None)).__name__)
print(drive(g.asend('early')), drive(anext(g), 1), drive(g.asend('sent'), 1), drive(g.athrow(ZeroDivisionError), 1))
print(drive(g.__anext__()), drive(anext(g, 'default')), g.ag_frame)
print(attempt(g.asend), '|', attempt(g.aclose, 1), '|', attempt(types.AsyncGeneratorType.asend, 5, 1))
print(attempt(types.AsyncGeneratorType.athrow, 5, 6), '|', attempt(types.AsyncGeneratorType.aclose), '|', attempt(aiter, 5), '|', attempt(anext, 5))
g = numbers(2)
drive(anext(g), 1)
waiting = g.asend(3)
print(waiting.send(None), g.ag_running, g.ag_await is not None, drive(g.aclose()), attempt(waiting.send, None), g.ag_running)
print(drive(g.aclose()), drive(g.aclose()), attempt(waiting.send, None), attempt(waiting.throw, KeyError))
