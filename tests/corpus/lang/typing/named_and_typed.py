"""NamedTuple and TypedDict: made by class statement and by call, totality, inheritance, errors."""
from typing import (
    Generic, List, NamedTuple, NotRequired, Optional, Required, TypedDict, TypeVar, get_type_hints,
    is_typeddict,
)


def attempt(what, function):
    try:
        print(what, "->", function())
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


class Point(NamedTuple):
    """A point."""
    x: float
    y: float = 0.0

    def scaled(self, by):
        return self._replace(x=self.x * by, y=self.y * by)

    @property
    def length(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5


p = Point(3, 4)
print(p, p.scaled(2), p.length, p == (3, 4), Point(1), Point._fields, Point._field_defaults)
print(Point.__annotations__, Point.__doc__, Point.__mro__[1:], len(Point.__orig_bases__))
x, y = p
print(x, y, p._asdict(), hash(p) == hash((3, 4)), sorted([Point(2, 1), Point(1, 9)]))
attempt("Point()", lambda: Point())
attempt("Point(1, 2, 3)", lambda: Point(1, 2, 3))
attempt("Point(z=1)", lambda: Point(1, z=1))
attempt("p.x = 1", lambda: setattr(p, "x", 1))
attempt("_replace", lambda: p._replace(q=1))
Pair = NamedTuple("Pair", [("left", int), ("right", "str")])
print(Pair(1, "r"), Pair.__annotations__, Pair.__module__)
attempt("bad field", lambda: NamedTuple("Bad", [("for", int)]))
attempt("underscore", lambda: NamedTuple("Bad", [("_x", int)]))
attempt("both", lambda: NamedTuple("Bad", [("x", int)], y=int))
attempt("no type", lambda: NamedTuple("Bad", [("x", 3)]))


def default_before():
    class Bad(NamedTuple):
        a: int = 1
        b: str


def overwrites():
    class Bad(NamedTuple):
        a: int

        def _replace(self):
            pass


def two_bases():
    class Bad(NamedTuple, dict):
        a: int


attempt("default first", default_before)
attempt("overwrites", overwrites)
attempt("two bases", two_bases)

T = TypeVar("T")


class Box(NamedTuple, Generic[T]):
    item: T
    tags: List[str] = []


print(Box[int](5), Box("s", ["t"]), Box[int], Box.__parameters__)


class Movie(TypedDict):
    title: str
    year: NotRequired[int]


class Rated(Movie, total=False):
    stars: float
    by: Required[Optional[str]]


film: Rated = {"title": "M", "by": None}
print(film, Rated(title="M", by="x"), type(Rated(title="M")) is dict)
print(sorted(Rated.__required_keys__), sorted(Rated.__optional_keys__), Rated.__total__, Movie.__total__)
print(get_type_hints(Rated), get_type_hints(Movie, include_extras=True))
print(is_typeddict(Movie), is_typeddict(dict), is_typeddict(Rated), is_typeddict(TypedDict))
Options = TypedDict("Options", {"in": int, "x-y": str}, total=False)
print(Options.__annotations__, Options.__bases__, sorted(Options.__optional_keys__))
attempt("isinstance", lambda: isinstance({}, Movie))
attempt("issubclass", lambda: issubclass(dict, Movie))
attempt("TypedDict type", lambda: TypedDict("Bad", {"x": 3}))
attempt("TypedDict twice", lambda: TypedDict("Bad", {"x": int}, y=int))
attempt("TypedDict()", lambda: TypedDict())
attempt("is_typeddict()", lambda: is_typeddict())
attempt("base", lambda: type(Movie)("Bad", (Movie, list), {}))
attempt("total", lambda: TypedDict("Opt", {}, total=False)())
