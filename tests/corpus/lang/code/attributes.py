# Code objects: what they say, how they compare, and what can be replaced in them.
import inspect
import types


def sample(a, b=1, *rest, c, **more):
    """Doc."""
    x = a + 10
    def inner():
        return x
    return [inner(), 'text', 2.5, None]


code = sample.__code__
print(code.co_name, code.co_qualname, code.co_firstlineno, code.co_filename.endswith('attributes.py'))
print(code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_flags)
print(sorted(code.co_varnames), code.co_cellvars, code.co_freevars)
print('Doc.' in code.co_consts, [c.co_name for c in code.co_consts if inspect.iscode(c)], 'text' in code.co_consts, 2.5 in code.co_consts)
print(isinstance(code, types.CodeType), inspect.iscode(code), code == sample.__code__, code != (lambda: 1).__code__)
print(len({code, sample.__code__}), code.replace() == code, code.replace(co_name='sample') == code)
lines = [line for start, end, line in code.co_lines() if line]
print(min(lines) - code.co_firstlineno, max(lines) - code.co_firstlineno, all(start < end for start, end, _ in code.co_lines()))
positions = [p for p in code.co_positions() if p[0] and p[0] == code.co_firstlineno + 2]
print(len(positions) > 0, {p[0] == p[1] for p in positions})


def constant():
    return 'before'


constant.__code__ = constant.__code__.replace(
    co_consts=tuple('after' if item == 'before' else item for item in constant.__code__.co_consts))
print(constant())
print(compile('1 + x', '<e>', 'eval').co_names, compile('a = b', 'f', 'exec').co_filename)
module = compile('def f(y):\n    return y\nclass C:\n    z = 1\n', 'm', 'exec')
print(module.co_name, module.co_firstlineno, module.co_flags & 3, module.co_argcount)
for name, flag in (('GENERATOR', 32), ('COROUTINE', 128), ('ASYNC_GENERATOR', 512), ('NESTED', 16), ('VARARGS', 4)):
    print(name, getattr(inspect, 'CO_' + name) == flag, end=' ')
print()


def generator():
    yield


async def coroutine():
    pass


async def asynchronous():
    yield


print([bool(f.__code__.co_flags & 32) for f in (generator, coroutine, asynchronous)])
print([f.__code__.co_flags & (32 | 128 | 512) for f in (generator, coroutine, asynchronous)])


def attempt(f, *args, **kwargs):
    try:
        print('ok', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


attempt(setattr, code, 'co_name', 'x')
attempt(lambda: code.nothing)
attempt(code.replace, co_nothing=1)


@types.coroutine
def steps():
    got = yield 'step'
    return got * 2


async def uses():
    return await steps()


print(steps.__code__.co_flags & 256, steps().gi_code.co_flags & 256, inspect.isawaitable(steps()))
running = uses()
print(running.send(None))
try:
    running.send(21)
except StopIteration as e:
    print(e.value)
attempt(types.coroutine, 5)


def plain():
    yield 1


async def wrong():
    await plain()


try:
    wrong().send(None)
except TypeError as e:
    print(e)
print(types.coroutine(coroutine) is coroutine)


class Like:
    def send(self, value):
        raise StopIteration('sent')

    def throw(self, *args):
        pass

    def close(self):
        pass

    def __next__(self):
        raise StopIteration('next')

    def __iter__(self):
        return self


async def awaits():
    return await types.coroutine(lambda: Like())()


try:
    awaits().send(None)
except StopIteration as e:
    print(e.value)
