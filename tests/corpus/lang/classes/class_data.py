"""Attributes that instances and classes find on a class, read in loops while they change."""


class Base:
    limit = 3
    label = "base"
    scale = 1.5

    def describe(self):
        return f"{self.label}:{self.limit}"


class Middle(Base):
    pass


class Leaf(Middle):
    pass


def read(item, turns=4):
    return [(item.limit, item.label) for _ in range(turns)][-1]


def read_type(turns=4):
    for _ in range(turns):
        found = Leaf.limit, Leaf.label, Leaf.scale
    return found


leaf, other = Leaf(), Leaf()
print(read(leaf), read_type(), leaf.describe())
Base.limit = 4  # Data replaced by data.
print(read(leaf), read_type(), leaf.describe())
Middle.limit = 5  # A class in between gets its own.
print(read(leaf), read_type(), Base.limit)
del Middle.limit
print(read(leaf), read_type())
leaf.limit = 6  # An instance gets its own.
print(read(leaf), read(other), read_type())
del leaf.limit
print(read(leaf))
Base.limit = property(lambda self: id(self) and "computed")  # Data becomes a descriptor.
print(read(leaf), isinstance(Leaf.limit, property))
Base.limit = 7
print(read(leaf), read_type())
Base.label = lambda self: "method"  # Data becomes a function.
print(callable(read(leaf)[1]), read(leaf)[1](), Leaf.label(None))
Base.label = "again"
print(read(leaf), read_type())


class Meta(type):
    pass


class WithMeta(metaclass=Meta):
    size = 1


def sizes():
    return [WithMeta.size for _ in range(4)]


print(sizes())
Meta.size = 2  # Not a data descriptor: what the class has wins.
print(sizes())
Meta.size = property(lambda cls: 3)
print(sizes())
del Meta.size
print(sizes())


class Counted:
    made = 0

    def __init__(self):
        Counted.made += 1
        self.number = self.made


print([Counted().number for _ in range(5)], Counted.made)


class Swapped(Base):
    limit = "swapped"


for _ in range(3):
    print(read(leaf), end=" ")
    leaf.__class__ = Swapped if type(leaf) is Leaf else Leaf
print()


def call_on_class(turns=4):
    for _ in range(turns):
        result = Leaf.describe(other)
    return result


print(call_on_class())
Base.describe = lambda self: "replaced"
print(call_on_class(), other.describe())
Leaf.describe = staticmethod(lambda self: "static")
print(call_on_class())
try:
    del Base.absent
except AttributeError as error:
    print(error)
del Base.limit
try:
    read(leaf)
except AttributeError as error:
    print(error)
try:
    read_type()
except AttributeError as error:
    print(error)
