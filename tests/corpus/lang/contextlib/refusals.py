"""Every helper of contextlib used wrongly: generators that misbehave, wrong arguments, reuse, nested suppression."""
import asyncio
import contextlib
import io
import os
import sys
from contextlib import (AsyncExitStack, ContextDecorator, ExitStack, aclosing, asynccontextmanager, chdir, closing, contextmanager,
                        nullcontext, redirect_stderr, redirect_stdout, suppress)


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except BaseException as error:
        return f'{type(error).__name__}: {error}'


def enter(manager, action=lambda: None):
    with manager as value:
        action()
        return value


@contextmanager
def never():
    return
    yield


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def twice_on_error():
    try:
        yield
    except Exception:
        yield


@contextmanager
def replaces():
    try:
        yield 'value'
    except ValueError as error:
        raise KeyError('instead') from error


@contextmanager
def swallows():
    with suppress(ArithmeticError, LookupError):
        yield 'kept'


print(attempt(enter, never()), '|', attempt(enter, twice()), '|', attempt(enter, twice_on_error(), lambda: 1 / 0))
print(attempt(enter, replaces(), lambda: int('x')), '|', attempt(enter, replaces(), lambda: next(iter(()))), '|', enter(swallows(), lambda: {}['k']))
print(attempt(contextmanager), '|', attempt(contextmanager(5)), '|', attempt(contextmanager(len), 1), '|', attempt(enter, contextmanager(lambda: 5)()))
print(attempt(asynccontextmanager), '|', attempt(asynccontextmanager(5)), '|', attempt(enter, asynccontextmanager(lambda: 5)()))
used = swallows()
print(enter(used), attempt(enter, used), '|', attempt(closing), '|', attempt(enter, closing(5)), '|', attempt(enter, closing(io.StringIO('x')), lambda: 1 / 0))
print(attempt(nullcontext, 1, 2), '|', enter(nullcontext()), enter(nullcontext(enter_result=5)), '|', attempt(enter, nullcontext(), lambda: 1 / 0))
print(attempt(enter, suppress()), attempt(enter, suppress(), lambda: 1 / 0), '|', attempt(enter, suppress(5), lambda: 1 / 0), '|', attempt(enter, suppress(KeyError, (OSError, ZeroDivisionError)), lambda: 1 / 0))
print(attempt(redirect_stdout), '|', attempt(redirect_stderr, 1, 2), '|', attempt(suppress, key=1), '|', attempt(ExitStack, 1), '|', attempt(ContextDecorator, 1))
text = io.StringIO()
with redirect_stdout(text), redirect_stderr(text) as same:
    print('out')
    print('err', file=sys.stderr)
print(repr(text.getvalue()), same is text)
with redirect_stdout(None):
    print('into nothing')
print(attempt(enter, redirect_stdout(5), lambda: print('x')), '|', attempt(enter, redirect_stderr(text), lambda: 1 / 0), sys.stderr is not text)

here = os.getcwd()
with chdir('/') as nothing:
    print(os.getcwd(), nothing)
    with chdir('/'):
        pass
print(os.getcwd() == here, attempt(enter, chdir('/no/such/folder')), '|', attempt(chdir), attempt(enter, chdir('/'), lambda: 1 / 0), os.getcwd() == here)

stack = ExitStack()
print(attempt(stack.enter_context, 5), '|', attempt(stack.push, 5), '|', attempt(stack.callback), '|', attempt(stack.callback, 5), '|', attempt(stack.pop_all, 1), '|', attempt(stack.close))


class Decorates(ContextDecorator):
    pass


print(attempt(Decorates()(lambda: 5)), '|', attempt(lambda: ContextDecorator()(5)()) )


@asynccontextmanager
async def opens():
    yield 'opened'


async def main():
    for manager in aclosing(5), aclosing(opens()), opens():
        try:
            async with manager as value:
                print('inside', type(value).__name__)
        except Exception as error:
            print(type(error).__name__, error)
    async with AsyncExitStack() as stack:
        for action in (lambda: stack.enter_context(opens()), lambda: stack.push_async_callback()):
            print(attempt(action))
        for wrong in 5, nullcontext, ExitStack():
            try:
                await stack.enter_async_context(wrong)
            except (TypeError, AttributeError) as error:
                print(error)
    try:
        async with AsyncExitStack() as stack:
            stack.push_async_exit(5)
    except TypeError as error:
        print(error)
    print(attempt(aclosing), '|', attempt(AsyncExitStack, 1))


asyncio.run(main())
print(contextlib.__all__.count('chdir'))
