# Which built-in types belong to which abstract class.
import collections.abc as c


def generator():
    yield


async def coroutine():
    pass


async def async_generator():
    yield


made = coroutine()
values = {
    'int': 1, 'str': 'a', 'bytes': b'a', 'bytearray': bytearray(b'a'), 'list': [1], 'tuple': (1,),
    'dict': {1: 2}, 'set': {1}, 'frozenset': frozenset([1]), 'range': range(3), 'None': None,
    'function': coroutine, 'type': int, 'generator': generator(), 'coroutine': made,
    'async generator': async_generator(), 'keys': {}.keys(), 'values': {}.values(),
    'items': {}.items(), 'iter list': iter([]), 'iter str': iter(''), 'iter dict': iter({}),
    'iter tuple': iter(()), 'iter range': iter(range(2)), 'iter set': iter(set()),
    'reversed': reversed([]), 'zip': zip(), 'enumerate': enumerate([]), 'map': map(len, []),
    'filter': filter(None, []), 'memoryview': memoryview(b'a'), 'slice': slice(1),
}
print(c.__all__)
for name, value in values.items():
    print(name, [each for each in c.__all__ if isinstance(value, getattr(c, each))])
made.close()


class Odd:
    __hash__ = None
    __iter__ = None

    def __len__(self):
        return 0

    def __contains__(self, x):
        return True


print([each for each in c.__all__ if issubclass(Odd, getattr(c, each))])


class Whole(Odd):
    def __iter__(self):
        return iter(())


print([each for each in c.__all__ if issubclass(Whole, getattr(c, each))])
print(c.Sequence, c.Callable, c.KeysView.__module__, c.Set.__qualname__)
print(c.Iterable[int], c.Callable[[int, str], bool], c.Callable[..., int], c.Mapping[str, int])
print(c.Callable[[int], str].__args__, c.Callable[[int], str].__origin__ is c.Callable)
