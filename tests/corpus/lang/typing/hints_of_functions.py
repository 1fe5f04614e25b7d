"""get_type_hints, get_args and get_origin over functions, classes, forward references."""
from typing import (
    Annotated, Any, Callable, ClassVar, Dict, Final, ForwardRef, Generic, List, Literal, Optional,
    Tuple, Type, TypeVar, Union, get_args, get_origin, get_type_hints,
)

T = TypeVar("T")


def attempt(what, function):
    try:
        print(what, "->", function())
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


class Base:
    kind: ClassVar[str] = "base"
    parent: "Optional[Base]" = None


class Derived(Base, Generic[T]):
    items: "List[T]"
    kind: "Final[str]" = "derived"
    mark: Annotated[int, "positive", {"unit": "m"}] = 1

    def method(self, other: "Derived[int]", *rest: "int", flag: bool = None, **named: Any) -> "Base":
        return self

    @staticmethod
    def helper(x: "int") -> None: ...

    @property
    def size(self) -> "int":
        return 1


def show(title, hints):
    print(title)
    for name, hint in hints.items():
        print(f"   {name}: {hint}")


show("Base", get_type_hints(Base))
show("Derived", get_type_hints(Derived))
show("Derived with extras", get_type_hints(Derived, include_extras=True))
show("method", get_type_hints(Derived.method))
show("helper", get_type_hints(Derived.helper))
show("the property's function", get_type_hints(Derived.size.fget))
print(Derived.__annotations__.keys(), Base.__annotations__)

print("origins and arguments")
for hint in (List[int], list[int], Dict[str, "T"], Union[int, None], int | str, Optional[T],
             Callable[[int, str], bool], Callable[..., Any], Callable[[], T], Tuple[int, ...],
             Tuple[()], tuple[()], Literal["a", 1], Annotated[int, 1, 2], ClassVar[int], Type[T],
             Derived[int], Generic, Generic[T], List, int, "text", None, Final, Any):
    print(f"   {hint!s:52} {get_origin(hint)!s:36} {get_args(hint)}")

print("forward references")
reference = ForwardRef("Dict[str, Base]")
print(reference, reference.__forward_arg__, reference == ForwardRef("Dict[str, Base]"),
      reference != ForwardRef("Base"), ForwardRef("X", is_class=True).__forward_is_class__)
print(List["Base"], List["Base"].__args__, Union["A", "B"])


def late(x: "Unknown", y: "List[Unknown]") -> "Unknown": ...


attempt("unknown name", lambda: get_type_hints(late))
show("a local namespace", get_type_hints(late, localns={"Unknown": str}))
show("a global namespace", get_type_hints(late, {"Unknown": bytes, "List": List}))
attempt("ForwardRef of no expression", lambda: ForwardRef("a b"))
attempt("ForwardRef of a number", lambda: ForwardRef(3))
attempt("ForwardRef of a statement", lambda: ForwardRef("x = 1"))
attempt("hints of a number", lambda: get_type_hints(3))
attempt("hints of a built-in", lambda: get_type_hints(len))
attempt("hints of nothing", lambda: get_type_hints())
attempt("get_origin", lambda: get_origin())
attempt("get_args", lambda: get_args(int, str))
attempt("ForwardRef()", lambda: ForwardRef())


class Broken:
    x: "1 +"


attempt("broken text", lambda: get_type_hints(Broken))
attempt("wrong annotations", lambda: get_type_hints(type("W", (), {"__annotations__": {"x": 3}})))
