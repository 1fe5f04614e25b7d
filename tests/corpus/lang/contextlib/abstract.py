"""AbstractContextManager and its asynchronous sister: by structure, by inheritance, and incomplete."""
import asyncio
from contextlib import AbstractAsyncContextManager, AbstractContextManager, AsyncExitStack, ContextDecorator, ExitStack, nullcontext


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class Duck:
    def __enter__(self):
        return 'duck'

    def __exit__(self, *details):
        return False


class AsyncDuck:
    async def __aenter__(self):
        return 'async duck'

    async def __aexit__(self, *details):
        return True


class Own(AbstractContextManager):
    def __exit__(self, kind, value, traceback):
        print('  leaves with', kind and kind.__name__)
        return kind is KeyError


class OwnAsync(AbstractAsyncContextManager):
    async def __aexit__(self, kind, value, traceback):
        print('  leaves asynchronously with', repr(value))
        return isinstance(value, KeyError)


class NoExit(AbstractContextManager):
    def __enter__(self):
        return 1


class NoAsyncExit(AbstractAsyncContextManager):
    pass


class Refuses(Duck):
    __exit__ = None


print([isinstance(one, AbstractContextManager) for one in (Duck(), AsyncDuck(), Own(), ExitStack(), nullcontext(), Refuses(), open, ContextDecorator())])
print([isinstance(one, AbstractAsyncContextManager) for one in (Duck(), AsyncDuck(), OwnAsync(), AsyncExitStack(), nullcontext(), asyncio.Lock())])
print(attempt(AbstractContextManager), '|', attempt(AbstractAsyncContextManager), '|', attempt(NoExit), '|', attempt(NoAsyncExit))
print(AbstractContextManager[int], AbstractAsyncContextManager[str], AbstractContextManager.__abstractmethods__, AbstractAsyncContextManager.__abstractmethods__)
with Own() as own:
    print(type(own).__name__)
with Own():
    raise KeyError
print(attempt(Own().__exit__), '|', AbstractContextManager.__exit__(own, None, None, None), attempt(AbstractContextManager.__enter__))


async def main():
    async with OwnAsync() as own:
        print(type(own).__name__)
        raise KeyError('gone')
    async with AsyncDuck() as text:
        print(text)
        raise ValueError('swallowed')
    try:
        async with OwnAsync():
            raise ValueError('passes')
    except ValueError as error:
        print('outside', error)
    for wrong in Duck(), Own(), 5:
        try:
            async with wrong:
                pass
        except TypeError as error:
            print(error)
    async with nullcontext('null') as value:
        print(value)


asyncio.run(main())
for wrong in AsyncDuck(), OwnAsync(), 5, Refuses(), Duck:
    try:
        with wrong:
            print('inside')
    except TypeError as error:
        print(error)
