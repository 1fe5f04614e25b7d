"""The abstract classes of one method: recognised by the method alone, and refused when it is None or missing."""
from collections.abc import (AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, ByteString, Callable, Collection, Container,
                             Coroutine, Generator, Hashable, ItemsView, Iterable, Iterator, KeysView, MutableMapping,
                             MutableSequence, MutableSet, Reversible, Sequence, Set, Sized, ValuesView)


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


WANTS = {
    AsyncIterable: ['__aiter__'], AsyncIterator: ['__aiter__', '__anext__'], Awaitable: ['__await__'], Callable: ['__call__'],
    Collection: ['__len__', '__iter__', '__contains__'], Container: ['__contains__'], Hashable: ['__hash__'], Iterable: ['__iter__'],
    Iterator: ['__iter__', '__next__'], Reversible: ['__iter__', '__reversed__'], Sized: ['__len__'],
    Coroutine: ['__await__', 'send', 'throw', 'close'], Generator: ['__iter__', '__next__', 'send', 'throw', 'close'],
    AsyncGenerator: ['__aiter__', '__anext__', 'asend', 'athrow', 'aclose'],
}
for abstract, methods in WANTS.items():
    full = type('Full', (), {name: lambda self, *args: None for name in methods})
    blocked = type('Blocked', (full,), {methods[-1]: None})
    part = type('Part', (), {name: lambda self: None for name in methods[1:]})
    print(abstract.__name__, isinstance(full(), abstract), isinstance(blocked(), abstract), issubclass(part, abstract),
          sorted(abstract.__abstractmethods__), [base.__name__ for base in abstract.__bases__])
for abstract in (Container, Sized, Collection, Reversible, Awaitable, AsyncIterable, Hashable, Coroutine, ByteString, MutableSequence,
                 MutableSet, MutableMapping, Sequence, Set, AsyncGenerator, AsyncIterator, Generator, Iterable, Iterator):
    print(attempt(abstract))
print(attempt(ItemsView), '|', attempt(ValuesView, 1, 2), '|', attempt(KeysView))
print(attempt(ByteString.register, 5), '|', attempt(Sized.register), '|', attempt(isinstance, 1, Hashable), attempt(issubclass, 5, Container))


class Half(MutableSequence):
    def __getitem__(self, index):
        return 'item'

    def __len__(self):
        return 1


print(attempt(Half), '|', attempt(type('Other', (Half,), {'insert': None, '__setitem__': None, '__delitem__': None})) is None)
for value in b'', bytearray(), memoryview(b''), '', [], range(1), (), {}, {}.keys(), {}.items(), {}.values(), set(), frozenset():
    print(type(value).__name__, [abstract.__name__ for abstract in (ByteString, Collection, Container, Hashable, ItemsView, KeysView, MutableMapping, MutableSequence, MutableSet, Reversible, Sequence, Set, Sized, ValuesView) if isinstance(value, abstract)])
print(Sized[int] if hasattr(Sized, '__class_getitem__') else 'not generic', Container[int], Awaitable[str], ByteString.__mro__[1].__name__)


@Collection.register
class Registered:
    pass


print(isinstance(Registered(), Collection), isinstance(Registered(), Sized), issubclass(Registered, Container), Registered.__mro__[1:])
print(attempt(len, Registered()), '|', attempt(lambda: 1 in Registered()))
