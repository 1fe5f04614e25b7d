"""Generic classes: bases, parameters in order, subclassing with arguments, __class_getitem__."""
from collections.abc import Mapping as AbstractMapping
from typing import (
    Dict, Generic, Iterable, Iterator, List, Mapping, Optional, Sequence, Tuple, TypeVar, Union,
    get_args, get_origin,
)

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")
Number = TypeVar("Number", int, float)


class Node(Generic[T]):
    def __init__(self, value: T, next: "Optional[Node[T]]" = None):
        self.value, self.next = value, next


class LinkedList(Generic[T], Iterable[T]):
    """A generic container."""

    def __init__(self, items: Sequence[T] = ()):
        self.head: Optional[Node[T]] = None
        for item in reversed(items):
            self.head = Node(item, self.head)

    def __iter__(self) -> Iterator[T]:
        node = self.head
        while node:
            yield node.value
            node = node.next


class Lookup(Mapping[K, V]):
    def __init__(self, pairs: Sequence[Tuple[K, V]]):
        self.pairs = list(pairs)

    def __getitem__(self, key: K) -> V:
        for own, value in self.pairs:
            if own == key:
                return value
        raise KeyError(key)

    def __iter__(self):
        return (key for key, _ in self.pairs)

    def __len__(self):
        return len(self.pairs)


class Names(Lookup[str, V]):
    pass


class Swapped(Lookup[K, V], Generic[V, K]):
    pass


class Fixed(Names[int]):
    pass


def attempt(what, function):
    try:
        print(what, "->", function())
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


print(list(LinkedList([1, 2, 3])), isinstance(LinkedList(), Iterable), LinkedList[int])
table = Lookup([("a", 1), ("b", 2)])
print(dict(table), table.get("z"), "a" in table, table == {"a": 1, "b": 2}, isinstance(table, AbstractMapping))
attempt("missing", lambda: table["q"])
for cls in (Node, LinkedList, Lookup, Names, Swapped, Fixed):
    print(cls.__name__, cls.__parameters__, getattr(cls, "__orig_bases__", None))
    print("  ", [base.__name__ for base in cls.__mro__ if base.__module__ == "__main__"])
print(Swapped[int, str], get_args(Swapped[int, str]), get_origin(Names[int]) is Names)

print("instances remember")
made = LinkedList[int]([4, 5])
print(made.__orig_class__, type(made) is LinkedList, list(made))
print(Node[Dict[str, T]][int], Node[T][T], Node[Union[T, None]][str])
print(LinkedList[int] == LinkedList[int], LinkedList[int] != LinkedList[str],
      len({Node[int], Node[int], Node[str]}))
Alias = Dict[str, List[T]]
print(Alias[int], Alias[Node[str]], Alias.__parameters__)

print("errors")
attempt("too many", lambda: Node[int, str])
attempt("too few", lambda: Lookup[int])
attempt("not generic", lambda: Fixed[int])
attempt("again", lambda: Node[int][str])
attempt("no types", lambda: Node[1])
attempt("nothing", lambda: Node[()])
attempt("isinstance", lambda: isinstance(Node(1), Node[int]))
attempt("issubclass", lambda: issubclass(Node, Node[int]))
attempt("twice", lambda: type(Generic)("X", (Generic[T], Generic[K]), {}))


def missing_parameter():
    class Bad(Generic[T], Lookup[K, V]):
        pass


def bare():
    class Bad(Generic):
        pass


attempt("missing parameter", missing_parameter)
attempt("bare Generic", bare)
attempt("constraints are not checked", lambda: List[Number][str])


class Registry:
    """Its own __class_getitem__."""
    def __class_getitem__(cls, item):
        return f"{cls.__name__}<{item!r}>"


class Sub(Registry):
    pass


print(Registry[int], Sub["x"], Sub[1, 2])
