"""Generators seen from outside: gi_frame, gi_running, gi_suspended, gi_yieldfrom, gi_code at every moment."""
import inspect


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except BaseException as error:
        return f'{type(error).__name__}: {error}'


def state(g):
    frame = g.gi_frame
    return (inspect.getgeneratorstate(g), g.gi_running, g.gi_suspended, frame and sorted(frame.f_locals), frame and frame.f_lineno - g.gi_code.co_firstlineno,
            type(g.gi_yieldfrom).__name__)


def work(n):
    print('  inside:', me.gi_running, me.gi_suspended, me.gi_frame.f_code is me.gi_code, attempt(next, me), attempt(me.close))
    total = 0
    while total < n:
        total += (yield total) or 1
    return total


me = work(3)
print(state(me), me.gi_frame.f_back, inspect.getgeneratorlocals(me))
print(next(me), state(me), me.gi_frame.f_locals['total'])
print(me.send(2), state(me), attempt(next, me), state(me))


def inner():
    try:
        yield 'a'
        yield 'b'
    finally:
        print('  inner ends')


def outer():
    x = yield from inner()
    yield from [1]
    yield from (i for i in 'z')


g = outer()
for _ in range(4):
    print(next(g), state(g))
print(g.close(), state(g), attempt(next, g))
g = outer()
next(g)
middle = g.gi_yieldfrom
print(middle.gi_code.co_name, middle.gi_suspended, state(middle), attempt(g.throw, KeyError('thrown')), state(g), middle.gi_frame)

g = outer()
next(g)
g.gi_yieldfrom.close()
print(attempt(next, g), state(g))
lazy = (x * y for x in 'ab' for y in (1, 2))
print(lazy.gi_code.co_name, lazy.__name__, lazy.gi_code.co_varnames, next(lazy), sorted(lazy.gi_frame.f_locals)[-2:])
for name in 'gi_frame', 'gi_running', 'gi_suspended', 'gi_yieldfrom', 'gi_code':
    print(name, attempt(setattr, lazy, name, 1), '|', attempt(delattr, lazy, name))
lazy.__name__ = 'renamed'
print(repr(lazy).split(' at ')[0], lazy.__qualname__, attempt(setattr, lazy, '__qualname__', 1), '|', attempt(delattr, lazy, '__name__'))
lazy.__qualname__ = 'Q.name'
print(repr(lazy).split(' at ')[0], attempt(lazy.send), '|', attempt(lazy.throw), '|', attempt(lazy.throw, 1), '|', attempt(lazy.close, 1), '|', attempt(lazy.throw, KeyError, KeyError('v'), 5))


class Counting:
    def __iter__(self):
        self.g = iter(self.steps())
        return self.g

    def steps(self):
        for i in range(3):
            yield i, self.g.gi_running, self.g.gi_frame.f_locals['i']


print(list(Counting()))
