"""Special forms: what each takes in brackets, what it refuses, that none is a class."""
import typing
from typing import (
    Annotated, Any, ClassVar, Concatenate, Final, Literal, LiteralString, Never, NoReturn,
    NotRequired, Optional, ParamSpec, Required, Self, TypeAlias, TypeGuard, TypeVar, Union, Unpack,
)


def attempt(what, function):
    try:
        print(what, "->", function())
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


P, T = ParamSpec("P"), TypeVar("T")
print([Any, ClassVar, Final, Literal, LiteralString, Never, NoReturn, NotRequired, Optional,
       Required, Self, TypeAlias, TypeGuard, Union, Unpack, Concatenate, Annotated])

print("in brackets")
print(Union[int, str], Union[int], Union[int, int, str], Union[int, Union[str, None]])
print(Optional[int], Optional[None], Optional[Union[int, None]], Optional["Later"])
print(Literal[1, "a", None, True], Literal[1, Literal[2, 1]], Literal[b"x"])
print(Final[int], ClassVar[str], TypeGuard[int], Required[int], NotRequired["X"])
print(Annotated[int, "meters", 5], Annotated[Annotated[str, 1], 2], Concatenate[int, P])
print(Union[int, str] == Union[str, int], Literal[1, 2] == Literal[2, 1], Literal[0] == Literal[False])
print(int | None, Union[int, T] | None, Optional[T][int])

print("refused in brackets")
attempt("Annotated", lambda: Annotated[int])
attempt("Annotated", lambda: Annotated[3, "three"])
attempt("Any", lambda: Any[int])
attempt("ClassVar", lambda: ClassVar[int, str])
attempt("ClassVar in List", lambda: typing.List[ClassVar[int]])
attempt("Concatenate", lambda: Concatenate[int, str])
attempt("Concatenate", lambda: Concatenate[()])
attempt("Final", lambda: Final[int, str])
attempt("Final in Union", lambda: Union[Final[int], str])
attempt("Literal", lambda: typing.get_args(Literal[()]))
attempt("LiteralString", lambda: LiteralString[str])
attempt("Never", lambda: Never[int])
attempt("NoReturn", lambda: NoReturn[int])
attempt("NotRequired", lambda: NotRequired[int, int])
attempt("Optional", lambda: Optional[int, str])
attempt("Optional", lambda: Optional[3])
attempt("Required", lambda: Required[int, str])
attempt("Self", lambda: Self[int])
attempt("TypeAlias", lambda: TypeAlias[int])
attempt("TypeGuard", lambda: TypeGuard[int, int])
attempt("Union", lambda: Union[()])
attempt("Union", lambda: Union[1, 2])
attempt("Unpack", lambda: Unpack[int, str])

print("not classes")
for form in (Any, ClassVar, Final, Literal, Never, NoReturn, Self, Union, Optional, LiteralString,
             TypeAlias, Required, NotRequired, TypeGuard, Unpack, Concatenate):
    attempt(f"{form}()", lambda: form())
attempt("isinstance Union", lambda: isinstance(1, Union[int, str]))
attempt("isinstance Optional", lambda: isinstance(None, Optional[int]))
attempt("isinstance Literal", lambda: isinstance(1, Literal[1]))
attempt("isinstance Any", lambda: isinstance(1, Any))
attempt("isinstance NoReturn", lambda: isinstance(1, NoReturn))
attempt("subclass of Never", lambda: type("C", (Never,), {}))
attempt("subclass of ClassVar", lambda: type("C", (ClassVar,), {}))


class Loose(Any):
    """Any can be a base class since 3.11."""


print(Loose.__mro__[1] is Any, Loose().__class__.__name__)
attempt("Annotated()", lambda: Annotated())
