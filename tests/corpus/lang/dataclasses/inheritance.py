"""Dataclasses that inherit: order of fields, overriding, mixed frozen ones, own methods kept, slots and weak references."""
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass
from typing import ClassVar


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


@dataclass
class Animal:
    name: str
    legs: int = 4
    count: ClassVar[int] = 0
    tags: list = field(default_factory=list, compare=False)

    def __post_init__(self):
        type(self).count += 1


@dataclass
class Bird(Animal):
    legs: int = 2
    can_fly: bool = True
    name: str = 'bird'


@dataclass(order=True, unsafe_hash=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default='', compare=False)

    def __str__(self):
        return f'{self.major}.{self.minor}{self.label}'


print([f.name for f in fields(Bird)], Bird(), Bird('owl', can_fly=False), Animal('cat') == Animal('cat', tags=[1]), Animal('x') == Bird('x', 4), Animal.count, Bird.count)
print(sorted([Version(2), Version(1, 5, 'b'), Version(1, 5), Version(1)]), Version(1, label='x') == Version(1), hash(Version(1, 0, 'a')) == hash(Version(1)), f'{Version(3, 1, "rc")}', max(Version(1), Version(0, 9)))
print(attempt(lambda: Version(1) < 5), '|', attempt(lambda: Version(1) < Bird()), '|', attempt(hash, Bird()), '|', Version.__eq__(Version(1), 5))


@dataclass(frozen=True)
class Frozen:
    value: int


def not_frozen():
    @dataclass
    class Child(Frozen):
        other: int = 0


def frozen_from_plain():
    @dataclass(frozen=True)
    class Child(Animal):
        pass


def default_order():
    @dataclass
    class Child(Animal):
        needed: int


def two_orders():
    @dataclass(order=True)
    class Child:
        a: int

        def __lt__(self, other):
            return True


def mutable():
    @dataclass
    class Child:
        items: dict = {}


def hashes():
    @dataclass(unsafe_hash=True)
    class Child:
        def __hash__(self):
            return 1


def slotted():
    @dataclass(slots=True)
    class Child:
        __slots__ = ('a',)
        a: int


for wrong in not_frozen, frozen_from_plain, default_order, two_orders, mutable, hashes, slotted:
    print(wrong.__name__, attempt(wrong))


class PlainChild(Frozen):
    extra = 1


child = PlainChild(3)
print(child, attempt(setattr, child, 'value', 1), '|', attempt(setattr, child, 'fresh', 1), child.__dict__, is_dataclass(PlainChild))


@dataclass(slots=True, weakref_slot=True, kw_only=True, eq=False)
class Tight:
    a: int
    b: int = 2

    def total(self):
        return self.a + self.b


t = Tight(a=1)
print(Tight.__slots__, t, t.total(), attempt(Tight, 1), '|', attempt(setattr, t, 'c', 1), '|', t == Tight(a=1), attempt(lambda: t.__dict__))


@dataclass(repr=False, init=False, match_args=False)
class Bare:
    x: int
    y: int = 7

    def __init__(self, x):
        self.x = x * 10


print(Bare(2).x, Bare(2).y, Bare(1) == Bare(1), hasattr(Bare, '__match_args__'), 'Bare object' in repr(Bare(1)), Bare.__doc__)


@dataclass
class Recursive:
    me: object = None


r = Recursive()
r.me = [r]
print(r, Recursive.__doc__, Bird.__doc__, attempt(Bird, 1, 2, 3, 4, 5, 6), '|', attempt(Bird, nme='x'), '|', attempt(Animal))
