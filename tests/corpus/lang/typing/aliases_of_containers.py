"""The generic aliases of the built-in and collections containers, and what they refuse."""
import typing
from typing import (
    AbstractSet, ByteString, ChainMap, Collection, Container, Counter, DefaultDict, Deque, Dict,
    FrozenSet, ItemsView, KeysView, List, Mapping, MappingView, MutableMapping, MutableSequence,
    MutableSet, OrderedDict, Reversible, Sequence, Set, Sized, Tuple, Type, ValuesView,
)


def attempt(what, function):
    try:
        print(what, "->", function())
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


ALIASES = [
    AbstractSet, ByteString, ChainMap, Collection, Container, Counter, DefaultDict, Deque, Dict,
    FrozenSet, ItemsView, KeysView, List, Mapping, MappingView, MutableMapping, MutableSequence,
    MutableSet, OrderedDict, Reversible, Sequence, Set, Sized, Tuple, Type, ValuesView,
]
print("how they look, and what stands behind them")
for alias in ALIASES:
    print(f"  {alias!r:28} {alias.__origin__!r:48} {alias._name}")

print("subscripted")
for alias, parameters in [
    (AbstractSet, int), (ChainMap, (str, int)), (Collection, int), (Container, str),
    (Counter, str), (DefaultDict, (str, list)), (Deque, int), (Dict, (str, int)),
    (FrozenSet, bytes), (ItemsView, (int, str)), (KeysView, int), (List, int),
    (Mapping, (str, object)), (MappingView, int), (MutableMapping, (int, int)),
    (MutableSequence, float), (MutableSet, str), (OrderedDict, (str, str)), (Reversible, int),
    (Sequence, None), (Set, "Forward"), (Tuple, (int, ...)), (Type, int), (ValuesView, str),
]:
    made = alias[parameters]
    print(f"  {made!r:50} {made.__origin__.__name__:16} {made.__args__}")

print("with too many or too few parameters")
attempt("AbstractSet", lambda: AbstractSet[int, int])
attempt("ByteString", lambda: ByteString[int])
attempt("ChainMap", lambda: ChainMap[int])
attempt("Collection", lambda: Collection[int, str])
attempt("Container", lambda: Container[()])
attempt("DefaultDict", lambda: DefaultDict[str])
attempt("Deque", lambda: Deque[int, int])
attempt("Dict", lambda: Dict[str])
attempt("FrozenSet", lambda: FrozenSet[int, int, int])
attempt("ItemsView", lambda: ItemsView[int])
attempt("KeysView", lambda: KeysView[int, int])
attempt("List", lambda: List[int, int])
attempt("Mapping", lambda: Mapping[int])
attempt("MappingView", lambda: MappingView[int, int])
attempt("MutableMapping", lambda: MutableMapping[int, int, int])
attempt("MutableSequence", lambda: MutableSequence[3, 4])
attempt("MutableSet", lambda: MutableSet[int, int])
attempt("OrderedDict", lambda: OrderedDict[int])
attempt("Reversible", lambda: Reversible[int, int])
attempt("Sequence", lambda: Sequence[int, int])
attempt("Set", lambda: Set[int, int])
attempt("Sized", lambda: Sized[int])
attempt("Type", lambda: Type[int, str])
attempt("ValuesView", lambda: ValuesView[int, int])
attempt("Tuple", lambda: Tuple[..., int])

print("made and checked")
for alias, arguments in [(List, ([1, 2],)), (Dict, ([("a", 1)],)), (Set, ("a",)), (Deque, ([1],)),
                         (DefaultDict, (int,)), (OrderedDict, ()), (Sized, ())]:
    attempt(alias._name, lambda: alias(*arguments))
attempt("Deque[int]", lambda: Deque[int]([1, 2]))
attempt("isinstance List", lambda: (isinstance([], List), isinstance((), List)))
attempt("isinstance List[int]", lambda: isinstance([], List[int]))
attempt("issubclass Mapping", lambda: (issubclass(dict, Mapping), issubclass(list, Mapping)))
attempt("issubclass Dict[str, int]", lambda: issubclass(dict, Dict[str, int]))
print(List[int] == List[int], List[int] == typing.Sequence[int], hash(Dict[str, int]) == hash(Dict[str, int]))
