"""A registry that injects by annotations: Protocol, NamedTuple, TypedDict, overload, get_type_hints."""
from __future__ import annotations

import inspect
from typing import (
    Annotated, Any, Callable, ClassVar, Dict, Generic, List, Literal, NamedTuple, Optional, Protocol, Type, TypedDict, TypeVar, Union, get_args,
    get_origin, get_type_hints, overload, runtime_checkable,
)

T = TypeVar("T")


@runtime_checkable
class Store(Protocol):
    def load(self, key: str) -> Optional[bytes]: ...
    def save(self, key: str, value: bytes) -> None: ...


class Memory:
    def __init__(self) -> None:
        self.items: Dict[str, bytes] = {}

    def load(self, key):
        return self.items.get(key)

    def save(self, key, value):
        self.items[key] = value


class Limits(NamedTuple):
    size: int = 3
    names: List[str] = []


class Options(TypedDict, total=False):
    level: Literal["low", "high"]
    retries: int
    tags: List[str]


class Container(Generic[T]):
    """Makes objects whose annotations say what they need."""

    makers: ClassVar[Dict[Any, Callable[[], Any]]] = {}

    @classmethod
    def provide(cls, kind: Type[T], maker: Callable[[], T]) -> None:
        cls.makers[kind] = maker

    def __init__(self, target: Callable[..., T]) -> None:
        self.target = target

    def build(self, **given: Any) -> T:
        hints = get_type_hints(self.target.__init__ if isinstance(self.target, type) else self.target)
        hints.pop("return", None)
        for name, hint in hints.items():
            if name in given:
                continue
            wanted = hint
            if get_origin(hint) is Union and type(None) in get_args(hint):
                wanted = get_args(hint)[0]
            if wanted in self.makers:
                given[name] = self.makers[wanted]()
            elif wanted is not hint:
                given[name] = None
            else:
                default = inspect.signature(self.target).parameters[name].default
                if default is inspect.Parameter.empty:
                    raise LookupError(f"{self.target.__qualname__} needs {name}: {hint}")
        return self.target(**given)


class Service:
    def __init__(self, store: Store, limits: Limits, name: str = "service", log: Optional[List[str]] = None) -> None:
        self.store, self.limits, self.name, self.log = store, limits, name, log

    @overload
    def get(self, key: str) -> bytes: ...
    @overload
    def get(self, key: str, default: T) -> Union[bytes, T]: ...
    def get(self, key, *default):
        found = self.store.load(key)
        if found is None:
            if not default:
                raise KeyError(key)
            return default[0]
        return found


def attempt(what, function):
    try:
        print(what, "->", function())
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


attempt("nothing provided", lambda: Container(Service).build())
Container.provide(Store, Memory)
attempt("no limits", lambda: Container(Service).build())
Container.provide(Limits, lambda: Limits(size=2))
service = Container[Service](Service).build(name="main")
print(service.name, service.limits, service.log, isinstance(service.store, Store), isinstance(5, Store))
service.store.save("k", b"v")
print(service.get("k"), service.get("x", 0))
attempt("missing key", lambda: service.get("x"))
attempt("a function", lambda: Container(lambda: 5).build())


def job(limits: Limits, *, factor: int = 2) -> int:
    return limits.size * factor


print(Container(job).build(), Container(job).build(factor=10), get_type_hints(job))


def check(value: Any, hint: Any, where: str = "value") -> None:
    """Whether a value fits an annotation."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        check(value, args[0], where)
        for test in args[1:]:
            if callable(test) and not test(value):
                raise TypeError(f"{where}: {value!r} is not allowed")
    elif origin is Union:
        for option in args:
            try:
                return check(value, option, where)
            except TypeError:
                pass
        raise TypeError(f"{where}: {value!r} is none of {[getattr(a, '__name__', str(a)) for a in args]}")
    elif origin is Literal:
        if value not in args:
            raise TypeError(f"{where}: {value!r} is not one of {args}")
    elif origin in (list, dict):
        check(value, origin, where)
        for key, item in value.items() if origin is dict else enumerate(value):
            check(item, args[-1], f"{where}[{key!r}]")
    elif isinstance(hint, type) and hasattr(hint, "__required_keys__"):
        for key, kind in get_type_hints(hint, include_extras=True).items():
            if key in value:
                check(value[key], kind, f"{where}.{key}")
            elif key in hint.__required_keys__:
                raise TypeError(f"{where}.{key} is missing")
    elif hint is not Any and not isinstance(value, hint):
        raise TypeError(f"{where}: {value!r} is not {hint.__name__}")


class Job(Options):
    id: Annotated[int, lambda n: n > 0]


print(sorted(Job.__required_keys__), sorted(Job.__optional_keys__))
for value in ({"id": 1}, {"id": 0}, {}, {"id": 1, "level": "mid"}, {"id": 1, "tags": ["a", 5]}, {"id": "1", "retries": 2}, {"id": 2, "level": "low", "tags": []}):
    attempt(value, lambda: check(value, Job, "job"))
attempt("union", lambda: check([{"a": None}], List[Dict[str, Optional[int]]]))
attempt("union", lambda: check([{"a": "x"}], List[Dict[str, Optional[int]]]))
