"""final, overload, no_type_check, dataclass_transform, reveal_type, assert_type and others."""
import io
import sys
import typing
from typing import (
    NewType, assert_never, assert_type, cast, clear_overloads, dataclass_transform, final,
    get_overloads, get_type_hints, no_type_check, no_type_check_decorator, overload, reveal_type,
)


def attempt(what, function, *args):
    try:
        print(what, "->", function(*args))
    except BaseException as error:
        print(what, "->", type(error).__name__ + ":", error)


@final
class Leaf:
    @final
    def stay(self):
        return "stays"


class Grown(Leaf):
    """Nothing stops this at run time."""


print(Leaf.__final__, Leaf.stay.__final__, Grown().stay(), final(3), final(len))
attempt("final()", lambda: final())


@overload
def double(value: int) -> int: ...
@overload
def double(value: str) -> str: ...
def double(value):
    return value * 2


print(double(4), double("ab"), len(get_overloads(double)))
for version in get_overloads(double):
    print(version.__name__, version.__annotations__)
    attempt("called", version, 1)
clear_overloads()
print(get_overloads(double))
attempt("overload", lambda: overload())
attempt("get_overloads", lambda: get_overloads())
attempt("clear_overloads", lambda: clear_overloads(double))


@no_type_check
def strange(a: "not a type", b: 5) -> "nor [this":
    return a, b


@no_type_check
class Odd:
    field: "1 +"

    def method(self, x: "((") -> 3:
        return x


print(get_type_hints(strange), get_type_hints(Odd), get_type_hints(Odd.method), strange(1, 2))
print(strange.__no_type_check__, Odd.method.__no_type_check__)
attempt("no_type_check", lambda: no_type_check())


@no_type_check_decorator
def traced(function):
    """Counts calls."""
    def wrapper(*args):
        wrapper.calls += 1
        return function(*args)
    wrapper.calls = 0
    return wrapper


@traced
def add(a: "?", b: "!"):
    return a + b


print(add(1, 2), add.calls, add.__no_type_check__, traced.__name__, traced.__doc__)
attempt("no_type_check_decorator", lambda: no_type_check_decorator())


@dataclass_transform(kw_only_default=True, field_specifiers=(dict,), custom="yes")
def model(cls):
    return cls


print(model.__dataclass_transform__)
attempt("dataclass_transform", lambda: dataclass_transform(True))

sys.stderr, kept = io.StringIO(), sys.stderr
value = reveal_type([1, "2"])
reveal_type(None)
sys.stderr, text = kept, sys.stderr.getvalue()
print(value, repr(text))
attempt("reveal_type", lambda: reveal_type())
print(assert_type(5, int), assert_type("anything", float))
attempt("assert_type", lambda: assert_type(5))
attempt("assert_never", assert_never, "reached")
attempt("assert_never", assert_never, list(range(60)))
print(cast(int, "no conversion"), cast("Later", None))
attempt("cast", lambda: cast(int))

UserId = NewType("UserId", int)
Admin = NewType("Admin", UserId)
print(UserId(5) + 1, type(UserId(5)), UserId, UserId.__supertype__, Admin.__supertype__, UserId.__name__)
print(UserId | None, typing.Optional[UserId], typing.List[Admin])
attempt("NewType", lambda: NewType("X"))
attempt("isinstance", lambda: isinstance(5, UserId))


def derive():
    class Sub(UserId):
        pass


attempt("subclass", derive)
