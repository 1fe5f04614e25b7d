"""Own collections written against the abstract aliases of typing, and functions annotated with them."""
import asyncio
import json
import re
import io
from typing import (
    AbstractSet, AsyncContextManager, AsyncGenerator, AsyncIterable, ByteString, Collection, Container, Dict, Hashable, ItemsView, Iterator, KeysView,
    List, MutableMapping, MutableSequence, MutableSet, Reversible, SupportsBytes, SupportsComplex, TypeVar, ValuesView, get_type_hints, no_type_check_decorator,
)

T = TypeVar("T")


class Fold(MutableMapping[str, T]):
    """Keys without regard to case."""

    def __init__(self) -> None:
        self.items_: Dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        return self.items_[key.lower()]

    def __setitem__(self, key: str, value: T) -> None:
        self.items_[key.lower()] = value

    def __delitem__(self, key: str) -> None:
        del self.items_[key.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self.items_)

    def __len__(self) -> int:
        return len(self.items_)


class Steps(MutableSequence[int], Reversible[int]):
    def __init__(self) -> None:
        self.inner: List[int] = []

    def __getitem__(self, at): return self.inner[at]
    def __setitem__(self, at, value): self.inner[at] = value
    def __delitem__(self, at): del self.inner[at]
    def __len__(self): return len(self.inner)
    def insert(self, at: int, value: int) -> None: self.inner.insert(at, value)


class Ordered(MutableSet[Hashable]):
    def __init__(self, items=()):
        self.inner = dict.fromkeys(items)

    def __contains__(self, item): return item in self.inner
    def __iter__(self): return iter(self.inner)
    def __len__(self): return len(self.inner)
    def add(self, item): self.inner[item] = None
    def discard(self, item): self.inner.pop(item, None)


fold: Fold[int] = Fold()
fold["One"], fold["TWO"] = 1, 2
print(fold.pop("one"), fold.setdefault("two", 9), dict(fold), "Two" in fold, isinstance(fold.keys(), KeysView), isinstance(fold.items(), ItemsView), isinstance(fold.values(), ValuesView))
steps = Steps()
steps.extend([3, 1, 2])
steps.append(4)
steps.remove(1)
steps += [5]
steps.reverse()
print(list(steps), steps.pop(), list(reversed(steps)), isinstance(steps, Reversible), isinstance(steps, Collection), isinstance(steps, Container))
left, right = Ordered("abc"), Ordered("cd")
print(list(left | right), list(left & right), list(left ^ right), list(left - right), left <= right, isinstance(left, AbstractSet), left.pop(), len(left))
print([isinstance(thing, ByteString) for thing in (b"", bytearray(), memoryview(b""), "")], isinstance(1j, SupportsComplex), isinstance(b"", SupportsBytes))


async def numbers(stop: int) -> AsyncGenerator[int, None]:
    for n in range(stop):
        yield n


class Gate:
    async def __aenter__(self): return "open"
    async def __aexit__(self, *error): return None


async def collect(source: AsyncIterable[int], gate: AsyncContextManager[str]) -> List[int]:
    async with gate as state:
        return [state] + [n async for n in source]


print(asyncio.run(collect(numbers(3), Gate())), isinstance(Gate(), AsyncContextManager), get_type_hints(collect))


@no_type_check_decorator
def plain(function):
    return function


@plain
def loose(a: "not valid at all("): ...


print(get_type_hints(loose), json.load(io.StringIO('{"a": 1}')), re.findall(rb"\w", b"a-", re.LOCALE))
for wrong in (lambda: fold["three"], lambda: Fold[int, str], lambda: Steps().pop(), lambda: Ordered().pop(), lambda: Ordered([[]]), lambda: left.remove("z"),
              lambda: type("Half", (MutableMapping,), {})(), lambda: steps.index(99)):
    try:
        print(wrong())
    except (KeyError, TypeError, IndexError, ValueError) as error:
        print(type(error).__name__, str(error)[:70])
