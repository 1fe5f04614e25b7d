"""Generic classes at work: an event bus, a result type, a typed cache, a builder with Self."""
from collections import defaultdict
from typing import (
    Any, Callable, DefaultDict, Dict, Final, Generic, Hashable, Iterator, List, NoReturn, Optional, ParamSpec, Self, Tuple, Type, TypeGuard, TypeVar,
    Union, cast, get_type_hints,
)

E = TypeVar("E", bound="Event")
T = TypeVar("T")
U = TypeVar("U")
K = TypeVar("K", bound=Hashable)
P = ParamSpec("P")
LIMIT: Final[int] = 3


class Event:
    def __init__(self, **fields: Any) -> None:
        self.__dict__.update(fields)


class Opened(Event):
    name: str


class Closed(Event):
    code: int


class Bus:
    def __init__(self) -> None:
        self.handlers: DefaultDict[Type[Event], List[Callable[[Any], None]]] = defaultdict(list)

    def on(self, handler: Callable[[E], None]) -> Callable[[E], None]:
        hints = get_type_hints(handler)
        hints.pop("return", None)
        (kind,) = hints.values()
        if not issubclass(kind, Event):
            raise TypeError(f"{kind.__name__} is no event")
        self.handlers[kind].append(handler)
        return handler

    def emit(self, event: Event) -> int:
        called = 0
        for kind in type(event).__mro__:
            for handler in self.handlers.get(cast(Type[Event], kind), ()):
                handler(event)
                called += 1
        return called


bus = Bus()


@bus.on
def opened(event: Opened) -> None:
    print("opened", event.name)


@bus.on
def anything(event: Event) -> None:
    print("event", type(event).__name__, vars(event))


print(bus.emit(Opened(name="door")), bus.emit(Closed(code=2)), bus.emit(Event()))


class Result(Generic[T]):
    """A value or an error."""

    def __init__(self, value: Optional[T] = None, error: Optional[Exception] = None) -> None:
        self.value, self.error = value, error

    @classmethod
    def of(cls, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> "Result[T]":
        try:
            return cls(function(*args, **kwargs))
        except Exception as error:
            return cls(error=error)

    def then(self, function: Callable[[T], U]) -> "Result[U]":
        return Result.of(function, self.value) if self.error is None else Result(error=self.error)

    def unwrap(self) -> Union[T, NoReturn]:
        if self.error is not None:
            raise self.error
        return self.value

    def __repr__(self) -> str:
        return f"Result({self.value!r})" if self.error is None else f"Result({type(self.error).__name__}: {self.error})"


print(Result.of(int, "12").then(lambda n: 100 // n).then(str), Result.of(int, "x").then(abs), Result[int](0).then(lambda n: 1 / n))
print(Result.of(int, "ff", base=16).unwrap(), Result[List[int]], Result[int](5).__orig_class__)
try:
    Result.of({}.__getitem__, "key").unwrap()
except KeyError as error:
    print("KeyError", error)


class Cache(Generic[K, T]):
    def __init__(self, make: Callable[[K], T]) -> None:
        self.make, self.items = make, cast(Dict[K, T], {})

    def __getitem__(self, key: K) -> T:
        if key not in self.items:
            if len(self.items) >= LIMIT:
                del self.items[next(iter(self.items))]
            self.items[key] = self.make(key)
        return self.items[key]

    def __iter__(self) -> Iterator[Tuple[K, T]]:
        yield from self.items.items()


cache: Cache[str, int] = Cache(len)
print([cache[word] for word in ("a", "bb", "ccc", "bb", "dddd")], list(cache))


class Query:
    def __init__(self, table: str) -> None:
        self.parts: Dict[str, List[str]] = {"from": [table]}

    def where(self, *tests: str) -> Self:
        self.parts.setdefault("where", []).extend(tests)
        return self

    def __str__(self) -> str:
        return "; ".join(f"{key} {', '.join(values)}" for key, values in self.parts.items())


class Sorted(Query):
    def by(self, column: str) -> Self:
        self.parts["by"] = [column]
        return self


print(Sorted("t").where("a > 1", "b").by("c").where("d"), get_type_hints(Sorted.by), Cache.__parameters__)


def all_text(items: List[object]) -> TypeGuard[List[str]]:
    return all(isinstance(item, str) for item in items)


print(all_text(["a"]), all_text(["a", 1]), get_type_hints(all_text)["return"], __annotations__)


def wrong(event: int) -> None: ...


for attempt in (lambda: bus.on(wrong), lambda: bus.on(len), lambda: bus.on(lambda e: e), lambda: Result[int, str], lambda: Cache[int], lambda: cache[[]], lambda: Query[int]):
    try:
        print(attempt())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
