"""Abstract classes made directly: what each says is missing, how registration is refused, and where mixins stop."""
from collections.abc import (AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, ByteString, Collection, Container, Coroutine, Generator,
                             Iterable, Iterator, MutableMapping, MutableSequence, MutableSet, Reversible, Sequence, Set)


def attempt(function, *args):
    try:
        return function(*args)
    except TypeError as error:
        return f'TypeError: {error}'


print(attempt(AsyncGenerator.register, 5), '|', attempt(AsyncIterable.register, None), '|', attempt(AsyncIterator.register), '|', attempt(Awaitable.register, 'x'))
print(attempt(Collection.register, []), '|', attempt(Container.register, 1, 2), '|', attempt(Coroutine.register, {}))
print(attempt(Generator.register, 5), '|', attempt(Iterable.register, 5), '|', attempt(Iterator.register, 5), '|', attempt(Reversible.register, 5), '|', attempt(ByteString.register, 5))
for abstract in AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Collection, Container, Coroutine, Generator, Iterable, Iterator, Reversible, ByteString:
    half = type('Half', (abstract,), {sorted(abstract.__abstractmethods__)[0]: lambda self: None})
    print(abstract.__name__, attempt(abstract), '|', attempt(half) if half.__abstractmethods__ else 'complete', '|', attempt(isinstance, abstract, abstract))
print(attempt(MutableMapping.register, 1), attempt(MutableSequence.register, 1), attempt(MutableSet.register, 1), attempt(Sequence.register, 1), attempt(Set.register, 1), sep=' | ')


class Cycle(Iterable):
    pass


def circular():
    return Cycle.register(Iterable)


try:
    print(circular())
except RuntimeError as error:
    print(error)


class Virtual:
    pass


for abstract in Sequence, MutableSet, MutableMapping, Container, Collection, ByteString:
    abstract.register(Virtual)
print([abstract.__name__ for abstract in (Sequence, Set, MutableSet, MutableMapping, Iterable, Reversible, Container, Collection, ByteString) if issubclass(Virtual, abstract)], attempt(len, Virtual()), '|', attempt(iter, Virtual()))
print(attempt(lambda: Generator().send(1)), '|', attempt(lambda: next(Iterator)), '|', attempt(lambda: Sequence[int]), attempt(lambda: Awaitable[int, str]), attempt(lambda: Set() | {1}))
