"""ContextDecorator and generator managers as decorators: recreated for each call, nested, with results and errors."""
import asyncio
from contextlib import AsyncContextDecorator, AsyncExitStack, ContextDecorator, ExitStack, aclosing, asynccontextmanager, closing, contextmanager

log = []


class Traced(ContextDecorator):
    def __init__(self, name, swallow=()):
        self.name, self.swallow, self.entered = name, swallow, 0

    def __enter__(self):
        self.entered += 1
        log.append(f'+{self.name}{self.entered}')
        return self

    def __exit__(self, kind, value, traceback):
        log.append(f'-{self.name}' + (f'({kind.__name__})' if kind else ''))
        return kind is not None and issubclass(kind, tuple(self.swallow))


class Fresh(Traced):
    def _recreate_cm(self):
        return type(self)(self.name + "'")


@contextmanager
def level(name):
    log.append(f'<{name}')
    try:
        yield name
    finally:
        log.append(f'{name}>')


def shown(call, *args):
    log.clear()
    try:
        result = call(*args)
    except Exception as error:
        result = repr(error)
    print(result, ' '.join(log))


@Traced('outer', [ZeroDivisionError])
@Fresh('inner')
@level('g')
def divide(a, b=0):
    """Divides."""
    log.append('body')
    return a / b


shown(divide, 1, 2)
shown(divide, 1)
shown(divide, 'a')
shown(divide)
print(divide.__name__, divide.__doc__, divide.__wrapped__.__wrapped__.__wrapped__(6, 3))


class Methods:
    @Traced('m')
    def plain(self, x):
        return self.__class__.__name__, x

    @classmethod
    @level('c')
    def made(cls):
        return cls.__name__

    @level('gen')
    def numbers(self):
        yield 1
        log.append('between')
        yield 2


shown(Methods().plain, 5)
shown(Methods.made)
shown(lambda: list(Methods().numbers()))


def recursive():
    @level('r')
    def count(n):
        return n and count(n - 1) + 1
    return count(2)


shown(recursive)


def in_stack():
    with ExitStack() as stack:
        names = [stack.enter_context(level(name)) for name in 'abc']
        stack.callback(log.append, 'callback')
        stack.push(lambda *details: log.append(details[0].__name__) or True)
        kept = stack.pop_all()
        log.append('popped')
        with kept:
            raise KeyError(names)
    return 'after'


shown(in_stack)


class Closes:
    def close(self):
        log.append('closed')

    async def aclose(self):
        log.append('aclosed')


def close_two():
    with closing(Closes()) as one, closing(Closes()):
        log.append(type(one).__name__)


shown(close_two)


class AsyncTraced(AsyncContextDecorator):
    async def __aenter__(self):
        log.append('async in')

    async def __aexit__(self, *details):
        log.append('async out')
        return details[0] is KeyError


@asynccontextmanager
async def async_level(name):
    log.append(f'<{name}')
    yield name
    log.append(f'{name}>')


@AsyncTraced()
@async_level('a')
async def work(fail=None):
    await asyncio.sleep(0)
    if fail:
        raise fail
    return 'worked'


async def several():
    async with AsyncExitStack() as stack, aclosing(Closes()):
        await stack.enter_async_context(async_level('x'))
        stack.enter_context(level('y'))
        stack.push_async_callback(asyncio.sleep, 0)
        stack.push_async_exit(AsyncTraced().__aexit__)
        log.append('in stack')
        raise KeyError


for coroutine in lambda: work(), lambda: work(KeyError), lambda: work(ValueError('v')), several:
    shown(lambda: asyncio.run(coroutine()))
