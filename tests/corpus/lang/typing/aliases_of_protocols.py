"""Aliases for what can be iterated, awaited, called, hashed and matched."""
import asyncio
import re
import typing
from typing import (
    AsyncContextManager, AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable,
    ContextManager, Coroutine, Generator, Hashable, Iterable, Iterator, Match, Pattern,
)


def attempt(what, function):
    try:
        print(what, "->", function())
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


for alias in (AsyncContextManager, AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable,
              Callable, ContextManager, Coroutine, Generator, Hashable, Iterable, Iterator,
              Match, Pattern):
    print(alias, alias.__origin__, alias.__module__)

print(AsyncGenerator[int, str], Generator[int, str, bytes], Coroutine[None, None, int])
print(Callable[[int, str], bool], Callable[..., int], Callable[[], None])
print(Match[str], Pattern[bytes], ContextManager[int], Awaitable["Later"])

attempt("AsyncContextManager", lambda: AsyncContextManager[int, int])
attempt("AsyncGenerator", lambda: AsyncGenerator[int])
attempt("AsyncIterable", lambda: AsyncIterable[int, int])
attempt("AsyncIterator", lambda: AsyncIterator[int, str])
attempt("Awaitable", lambda: Awaitable[int, int])
attempt("Callable", lambda: Callable[int])
attempt("Callable", lambda: Callable[int, int])
attempt("Callable", lambda: Callable[[int], int, int])
attempt("ContextManager", lambda: ContextManager[int, int])
attempt("Coroutine", lambda: Coroutine[int])
attempt("Generator", lambda: Generator[int])
attempt("Hashable", lambda: Hashable[int])
attempt("Iterable", lambda: Iterable[int, int])
attempt("Iterator", lambda: Iterator[int, int])
attempt("Match", lambda: Match[str, str])
attempt("Pattern", lambda: Pattern())
for alias in (AsyncIterator, Awaitable, Callable, Generator, Hashable, Match):
    attempt(f"{alias}()", alias)


# What they are good for: annotations of functions that run, and isinstance.
def numbers(stop: int) -> Iterator[int]:
    yield from range(stop)


def echo() -> Generator[str, int, bool]:
    got = yield "first"
    yield f"got {got}"
    return True


async def countdown(start: int) -> AsyncIterator[int]:
    while start:
        yield start
        start -= 1


async def total(source: AsyncIterable[int]) -> int:
    return sum([value async for value in source])


print(list(numbers(4)), [*map(str, numbers(3))])
talk = echo()
print(next(talk), talk.send(5), list(talk))
coroutine = total(countdown(4))
print(isinstance(coroutine, Coroutine), isinstance(coroutine, Awaitable), isinstance(talk, Generator))
print(asyncio.run(coroutine))
print([isinstance(thing, Hashable) for thing in (1, [], (), {}, "s", frozenset())])
print([isinstance(thing, Iterable) for thing in (1, [], numbers, numbers(1), "s", countdown(1))])
print(isinstance(re.compile("a"), Pattern), isinstance(re.match("a", "a"), Match), isinstance(len, Callable))
attempt("isinstance Pattern[str]", lambda: isinstance(re.compile("a"), Pattern[str]))
print(typing.get_type_hints(total), typing.get_type_hints(echo))
print(typing.get_args(Callable[[int, str], bool]), typing.get_origin(Callable[..., int]))
