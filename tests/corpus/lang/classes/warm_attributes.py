# Attributes at warm sites: names of __slots__, defaults of classes, and what changes under them.
class Slotted:
    __slots__ = ("a", "b")

    def __init__(self, a):
        self.a = a


class Below(Slotted):
    __slots__ = ("c",)


class WithDict(Slotted):
    pass


class Hides(Slotted):
    a = "hidden by a class"


class Again(Slotted):
    __slots__ = ("a",)


class Other:
    __slots__ = ("a", "b")


class Default:
    state = "default"
    number = None
    items = [1]

    def method(self):
        return "method"


class Descriptor:
    def __get__(self, object, owner):
        return "from a descriptor"

    def __set__(self, object, value):
        print("set", value)


class NoData:
    def __get__(self, object, owner):
        return "from no data"


def load(object):
    try:
        return object.a
    except AttributeError as error:
        return str(error)


def store(object, value):
    try:
        object.a = value
    except (AttributeError, TypeError) as error:
        return str(error)
    return load(object)


def delete(object):
    try:
        del object.a
    except AttributeError as error:
        return str(error)
    return load(object)


def state(object):
    try:
        return object.state
    except AttributeError as error:
        return str(error)


def change(object, value):
    object.state = value
    return object.state, vars(object)


made = [Slotted(1), Below(2), WithDict(3), Hides.__new__(Hides), Again(5), Other()]
for _ in range(3):
    for one in made:
        print(load(one), store(one, "x"), delete(one), delete(one), load(one), store(one, "y"))
for _ in range(3):
    print([load(one) for one in made])
    del made[0].a, made[1].a
    print([load(one) for one in made])
    made[0].a = made[1].a = 1
moved = made[0]
for _ in range(3):
    moved.__class__ = Other
    print(load(moved), store(moved, 5), type(moved).__name__)
    moved.__class__ = Slotted
    print(load(moved), store(moved, 6), type(moved).__name__)
Slotted.a.__set__(made[1], "through the member")
print(load(made[1]), Slotted.a.__get__(made[1]), Slotted.b)
try:
    Slotted.a.__get__(made[5])
except TypeError as error:
    print(error)
Slotted.a, kept = "replaced", Slotted.a
print([load(one) for one in made], store(made[0], 1), store(made[2], 1))
Slotted.a = kept
print([load(one) for one in made], store(made[0], 1), store(made[2], 1))
Below.a = property(lambda self: "a property")
print([load(one) for one in made], store(made[1], 1))
del Below.a
print([load(one) for one in made], store(made[1], 1))
Slotted.__getattribute__ = lambda self, name: "asked for " + name
print([load(one) for one in made])
del Slotted.__getattribute__
Slotted.__setattr__ = lambda self, name, value: print("hook", name, value)
print(store(made[0], 2), store(made[1], 2))
del Slotted.__setattr__
print(store(made[0], 2), store(made[1], 2))

plain, own = Default(), Default()
own.state = "own"
for _ in range(3):
    print(state(plain), state(own), change(own, "changed"), own.number, own.items, own.method())
    own.state = "own"
Default.state = "another default"
print(state(plain), state(own))
Default.state = NoData()
print(state(plain), state(own))
Default.state = Descriptor()
print(state(plain), state(own))
print(change(own, "new"), change(plain, "new"))
Default.state = lambda self: "a method"
print(callable(state(plain)), state(own), change(own, "over the method"))
Default.state = 5
print(state(plain), state(own), change(plain, 6))
del Default.state
print(state(plain), state(own), state(Default()))


class Base:
    level = 0


class Middle(Base):
    pass


class Top(Middle):
    pass


def climb(object):
    object.level = object.level + 1
    return object.level, type(object).level


tops = [Top(), Middle(), Base(), Top()]
for _ in range(3):
    print([climb(one) for one in tops])
Middle.level = 10
print([climb(one) for one in tops + [Top(), Middle()]])
Base.level = property(lambda self: "read only")
for one in tops:
    try:
        print(climb(one))
    except (AttributeError, TypeError) as error:
        print(error)
del Middle.level
for one in tops:
    try:
        print(climb(one))
    except (AttributeError, TypeError) as error:
        print(error)


def f(a, b=2, c=(3,), *, d=4):
    return a, b, c, d


def g(a, b=2, c=3):
    x = a
    if b == 3:
        y = 1
    try:
        return x, b, c, y
    except UnboundLocalError as error:
        return x, b, c, str(error)


def gen(a, b=[1]):
    b.append(a)
    yield a, list(b)


async def co(a, b="b"):
    return a, b


class Methods:
    def m(self, a, b=1):
        return a, b

    @classmethod
    def k(cls, a=1, b=2):
        return a, b

    @staticmethod
    def s(a=1, b=2):
        return a, b

    def __call__(self, a=7):
        return a

    def __init__(self, a=1, b=2):
        self.ab = a, b


def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value


one = Methods(3)
for _ in range(3):
    print(f(1), f(1, 5), f(1, 5, 6), f(1, d=7), g(1), g(1, 3), g(1, 3, 4))
    print(*gen(1), *gen(2, [0]), run(co(1)), run(co(1, 2)))
    print(one.m(1), one.m(1, 2), one.k(), one.k(5), Methods.s(), one.s(8), one(), one(8), Methods().ab, Methods(5).ab)
    for wrong in (lambda: f(), lambda: g(1, 2, 3, 4), lambda: next(gen()), lambda: co(1, 2, 3), lambda: one.m(), lambda: g(b=1), lambda: one(1, 2)):
        try:
            wrong()
        except TypeError as error:
            print(error)
g.__defaults__ = (20, 30)
print(g(1), g(1, 2))
g.__defaults__ = (30,)
print(g(1, 2))
try:
    g(1)
except TypeError as error:
    print(error)
g.__defaults__ = (10, 20, 30, 40)
print(g(), g(1))
g.__defaults__ = None
try:
    g(1, 2)
except TypeError as error:
    print(error)
