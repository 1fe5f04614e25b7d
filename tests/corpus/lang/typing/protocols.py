"""The protocols Supports..., own protocols, and what isinstance looks at."""
from typing import (
    Protocol, SupportsAbs, SupportsBytes, SupportsComplex, SupportsFloat, SupportsIndex,
    SupportsInt, SupportsRound, TypeVar, get_type_hints, runtime_checkable,
)


def attempt(what, function):
    try:
        print(what, "->", function())
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


class Celsius:
    def __init__(self, degrees):
        self.degrees = degrees

    def __float__(self):
        return float(self.degrees)

    def __int__(self):
        return int(self.degrees)

    def __abs__(self):
        return Celsius(abs(self.degrees))

    def __bytes__(self):
        return f"{self.degrees}C".encode()

    def __round__(self, digits=None):
        return Celsius(round(self.degrees, digits))


SUPPORTS = (SupportsAbs, SupportsBytes, SupportsComplex, SupportsFloat, SupportsIndex, SupportsInt,
            SupportsRound)
for thing in (1, 1.5, 1j, True, "text", b"bytes", Celsius(2.5), None):
    marks = "".join("x" if isinstance(thing, protocol) else "." for protocol in SUPPORTS)
    print(f"{type(thing).__name__:10} {marks}")
print(issubclass(Celsius, SupportsInt), issubclass(Celsius, SupportsIndex), SupportsAbs[int], SupportsRound)
print(bytes(Celsius(4)), float(Celsius(4)), abs(Celsius(-3.26)).degrees, round(Celsius(-3.26), 1).degrees)

attempt("SupportsAbs()", lambda: SupportsAbs())
attempt("SupportsBytes()", lambda: SupportsBytes())
attempt("SupportsComplex()", lambda: SupportsComplex())
attempt("SupportsFloat()", lambda: SupportsFloat())
attempt("SupportsIndex()", lambda: SupportsIndex())
attempt("SupportsInt()", lambda: SupportsInt())
attempt("SupportsRound()", lambda: SupportsRound())
attempt("SupportsInt[int]", lambda: SupportsInt[int])
attempt("isinstance SupportsAbs[int]", lambda: isinstance(1, SupportsAbs[int]))

T_co = TypeVar("T_co", covariant=True)


class Source(Protocol[T_co]):
    """Not checked at run time."""

    def read(self) -> T_co: ...


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


@runtime_checkable
class Named(Closable, Protocol):
    name: str

    def describe(self) -> str:
        return f"{self.name} by default"


class Plain:
    name = "plain"

    def close(self):
        pass


class Given(Named):
    def __init__(self, name):
        self.name = name


class NotCallable:
    close = None
    name = describe = 1


print([isinstance(thing, Closable) for thing in (Plain(), Given("g"), NotCallable(), 3, open)])
print([isinstance(thing, Named) for thing in (Plain(), Given("g"), NotCallable())])
print(Given("g").describe(), issubclass(Given, Closable), issubclass(Plain, Closable))
attempt("isinstance Source", lambda: isinstance(Plain(), Source))
attempt("issubclass Source", lambda: issubclass(Plain, Source))
attempt("issubclass Named", lambda: issubclass(Plain, Named))
attempt("Named()", lambda: Named())
attempt("Protocol[int]", lambda: Protocol[int])
attempt("runtime_checkable", lambda: runtime_checkable(Plain))
attempt("Protocol with a class", lambda: type(Protocol)("Bad", (Plain, Protocol), {}))
print(Source[int], Source.__parameters__, Source._is_protocol, Given._is_protocol, get_type_hints(Named))
instance = Plain()
instance.describe = lambda: "own"
print(isinstance(instance, Named))
del instance.describe
print(isinstance(instance, Named))
