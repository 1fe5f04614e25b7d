"""Constructors, operators and items that a loop has learnt, and what changes under them."""

from abc import ABC, abstractmethod
from collections import deque


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        if not isinstance(other, Point):
            return NotImplemented
        return Point(self.x + other.x, self.y + other.y)

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)

    __hash__ = None

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


def make(cls, *args):
    made = []
    for _ in range(4):
        try:
            made.append(cls(*args) if len(args) != 2 else cls(args[0], args[1]))
        except (TypeError, ValueError) as error:
            made.append(f"{type(error).__name__}: {error}")
    return made[-1]


print(make(Point, 1, 2))
print(make(Point, 1), make(Point, 1, 2, 3))
Point.__init__ = lambda self, x, y: self.__dict__.update(x=y, y=x)
print(make(Point, 1, 2))
Point.__init__ = lambda self, x, y: setattr(self, "x", x) or setattr(self, "y", y) or 5
print(make(Point, 1, 2))
del Point.__init__
print(make(Point, 1, 2))


def init(self, x, y):
    self.x, self.y = x, y


Point.__init__ = init
print(make(Point, 3, 4))


class Rare(Point):
    pass


print(make(Rare, 3, 4))
Rare.__new__ = lambda cls, x, y: object.__new__(cls) if x else "no point"
print(make(Rare, 3, 4), make(Rare, 0, 4))


class Base:
    def __init__(self, a, b):
        self.pair = (a, b)


class Derived(Base):
    pass


print(make(Derived, 1, 2).pair)
Base.__init__ = lambda self, a, b: setattr(self, "pair", [b, a])
print(make(Derived, 1, 2).pair)
Derived.__init__ = lambda self, a, b: setattr(self, "pair", {a: b})
print(make(Derived, 1, 2).pair)


class Meta(type):
    def __call__(cls, *args):
        return ("called", cls.__name__, args)


class Made(metaclass=Meta):
    def __init__(self, a, b):
        pass


print(make(Made, 1, 2))


class Shape(ABC):
    def __init__(self, a, b):
        self.a = a

    @abstractmethod
    def area(self):
        pass


class Square(Shape):
    def area(self):
        return self.a ** 2


print(make(Shape, 1, 2), make(Square, 3, 4).area())


class Gone:
    def __init__(self, a, b):
        self.a = a

    def __del__(self):
        pass


print(make(Gone, 1, 2).a)


class Fails:
    def __init__(self, a, b):
        raise ValueError(a + b)


print(make(Fails, 1, 2))


class Later(Point):
    def __radd__(self, other):
        return ("radd", other)

    def __add__(self, other):
        return ("later", other)


class Number:
    def __repr__(self):
        return "Number()"

    def __radd__(self, other):
        return ("number", other)


def add(left, right):
    answer = None
    for _ in range(4):
        try:
            answer = left + right
        except TypeError as error:
            answer = str(error)
    return answer


print(add(Point(1, 2), Point(3, 4)), add(Point(1, 2), 5), add(Point(1, 2), Number()))
print(add(Point(1, 2), Later(3, 4)), add(Later(3, 4), Point(1, 2)))
print(add(1, Number()), add(Number(), 1))


def mixed(values):
    found = []
    for _ in range(3):
        for left in values:
            for right in values:
                try:
                    found.append(left + right)
                except TypeError as error:
                    found.append(str(error))
    return found[-len(values) ** 2:]


for answer in mixed([Point(1, 2), Later(3, 4), Number(), 7]):
    print(answer)
Point.__add__ = lambda self, other: "changed"
print(add(Point(1, 2), Point(3, 4)))
del Point.__add__
print(add(Point(1, 2), Point(3, 4)))
Point.__add__ = staticmethod(lambda other: "static")
print(add(Point(1, 2), Point(3, 4)))


# Items by keys of all kinds, at one place.
class Key:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return hash(self.value)

    def __eq__(self, other):
        return self.value == getattr(other, "value", other)


class Plain:
    pass


class Counted(dict):
    def __missing__(self, key):
        return ("missing", type(key).__name__)


plain = Plain()
keys = [1, 1.0, True, "one", plain, Key(1), Key("one"), (1,), None, -1, 2 ** 70, float("nan"), b"x"]
containers = [
    {1: "int", "one": "str", plain: "plain", None: "none", -1: "minus"},
    {Key(1): "key", Key("one"): "other"},
    {i: i for i in range(20)},
    {str(i): i for i in range(20)} | {"one": 1},
    Counted({1: "counted"}),
    [10, 20, 30],
    (40, 50, 60),
    "text",
    "täxt",
    {},
]
for container in containers:
    row = []
    for key in keys:
        try:
            row.append(container[key])
        except (KeyError, TypeError, IndexError) as error:
            row.append(type(error).__name__[0])
    print(row)
holders = containers[:5] + [{1, "one"}, frozenset([plain]), [1, "one", None], (Key(1), "x"),
                            [1.0, 2.5], list(range(40)), "one", ()]
for holder in holders:
    row = []
    for key in keys:
        try:
            row.append("ny"[key in holder])
            assert (key not in holder) == (row[-1] == "n")
        except TypeError as error:
            row.append("T")
    print("".join(row))
stored = {}
for _ in range(3):
    for key in keys:
        stored[key] = stored.get(key, 0) + 1
print([value for value in stored.values()], len(stored))
for _ in range(3):
    try:
        stored[[]] = 1
    except TypeError as error:
        print(error)


# Lengths that a class says, and that a class below says otherwise.
class Longer(deque):
    pass


def lengths(value):
    found = []
    for _ in range(3):
        found.append((len(value), bool(value), not value, 1 if value else 0))
    return found[-1]


queue = Longer([1, 2])
print(lengths(deque()), lengths(deque([1])), lengths(queue))
Longer.__len__ = lambda self: 0
print(lengths(queue), deque.__len__(queue))
Longer.__bool__ = lambda self: True
print(lengths(queue))
del Longer.__len__
print(lengths(queue), lengths(Longer()))
del Longer.__bool__
print(lengths(queue), lengths(Longer()))


# Names that several places of one function meet in several classes.
def swap(holder, other):
    holder.a, holder.b = holder.b, holder.a
    other.a = holder.a + other.b
    return holder.a, holder.b, other.a, other.b


def holder(kind, **names):
    made = kind()
    for name, value in names.items():
        setattr(made, name, value)
    return made


class First:
    pass


class Second:
    b = "class"


class Third:
    __slots__ = ("a", "b")


for _ in range(3):
    for kind in First, Second, Third:
        for other in Third, First, Second:
            one, two = holder(kind, b="x", a="y"), holder(other, a="1", b="2")
            print(swap(one, two), end=" ")
    print()
