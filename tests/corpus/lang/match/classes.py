# Class patterns.


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Point3(Point):
    __match_args__ = Point.__match_args__ + ("z",)

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


def where(p):
    match p:
        case Point3(0, 0, 0):
            return "origin in space"
        case Point3(x, y, z=0):
            return f"plane {x} {y}"
        case Point(0, 0):
            return "origin"
        case Point(0, y):
            return f"on y at {y}"
        case Point(x=0) | Point(y=0):
            return "never or on x"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point(Point(a, b), c):
            return f"nested {a} {b} {c}"
        case Point():
            return "a point"
        case object(name=n):
            return f"named {n}"
        case _:
            return "no point"


class Named:
    name = "nn"


for p in (
    Point(0, 0), Point(0, 5), Point(5, 0), Point(3, 3), Point(Point(1, 2), 3), Point(4, 7), Point3(0, 0, 0),
    Point3(1, 2, 0), Point3(1, 2, 3), Named(), 5,
):
    print(where(p))


# Built-in classes that match themselves, with one positional pattern.
def builtin(x):
    match x:
        case bool(b):
            return "bool", b
        case int(i):
            return "int", i
        case float(f):
            return "float", f
        case str(s):
            return "str", s
        case list([a, *_] as whole):
            return "list", a, whole
        case list(l):
            return "list", l
        case tuple(t):
            return "tuple", t
        case dict({"k": v}):
            return "dict", v
        case dict(d):
            return "dict", d
        case range(start=a, stop=b):
            return "range", a, b
        case type(__name__=n):
            return "type", n
        case None:
            return "None"


class MyInt(int):
    pass


class MyStr(str):
    __match_args__ = ("upper_text",)

    @property
    def upper_text(self):
        return self.upper()


for x in (True, 1, 1.5, "s", [1, 2], [], (1,), {"k": 5}, {}, range(2, 5), int, None, MyInt(7), MyStr("my")):
    print(builtin(x))
match MyInt(3):
    case MyInt(3):
        print("MyInt matches itself")
match MyStr("abc"):
    case MyStr("ABC"):
        print("own __match_args__")


# Order of what is looked at.
class Noisy:
    __match_args__ = ("a", "b")

    def __getattr__(self, name):
        print("get", name)
        if name == "c":
            raise AttributeError(name)
        return name


match Noisy():
    case Noisy(x, c=1):
        print("no")
    case Noisy("a", "c", d=z):
        print("no")
    case Noisy(_, y, d=z):
        print(y, z)


class Meta(type):
    def __instancecheck__(cls, other):
        print("instancecheck", other)
        return other == 5


class Five(metaclass=Meta):
    pass


for n in 4, 5:
    match n:
        case Five(real=r):
            print("five", r)
        case int():
            print("not five")


def check(f):
    try:
        print("result", f())
    except Exception as e:
        print(type(e).__name__, e)


def errors(subject, cls):
    match subject:
        case cls.c():
            return "none"


class Holder:
    pass


def one(subject, c):
    h = Holder()
    h.c = c
    match subject:
        case h.c(1):
            return "one"
        case _:
            return "no"


def two(subject, c):
    h = Holder()
    h.c = c
    match subject:
        case h.c(1, 2):
            return "two"


class NoArgs:
    pass


class ListArgs:
    __match_args__ = ["x"]


class IntArgs:
    __match_args__ = (1,)


class Same:
    __match_args__ = ("x", "x")
    x = 1


class Both:
    __match_args__ = ("x",)
    x = 1


class RaisingArgs(type):
    @property
    def __match_args__(cls):
        raise RuntimeError("args")


class R(metaclass=RaisingArgs):
    pass


class Attr:
    __match_args__ = ("x",)

    @property
    def x(self):
        raise KeyError("x")


check(lambda: one(5, 5))
check(lambda: one(5, "int"))
check(lambda: one(NoArgs(), NoArgs))
check(lambda: two(NoArgs(), NoArgs))
check(lambda: two(Both(), Both))
check(lambda: two(5, int))
check(lambda: two("5", int))
check(lambda: one(ListArgs(), ListArgs))
check(lambda: one(IntArgs(), IntArgs))
check(lambda: two(Same(), Same))
check(lambda: one(R(), R))
check(lambda: one(Attr(), Attr))


def both(subject):
    match subject:
        case Both(1, x=1):
            return "both"


check(lambda: both(Both()))
check(lambda: both(5))
