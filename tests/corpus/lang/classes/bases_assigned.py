"""Assigning __bases__: what instances and subclasses find afterwards, and what is refused."""


class A:
    kind = 'A'

    def hello(self):
        return 'hello from A'


class B:
    kind = 'B'

    def hello(self):
        return 'hello from B'

    def __len__(self):
        return 7


class Mixed:
    extra = 'mixed in'


class D(A):
    pass


class E(D):
    def hello(self):
        return 'E, then ' + super().hello()


def show(*things):
    # The same call sites see both states.
    for thing in things:
        print(type(thing).__name__, thing.kind, thing.hello(), sep=' | ')


d, e = D(), E()
d.own = e.own = 1
for _ in range(40):
    d.hello(), e.hello(), d.kind
show(d, e)
D.__bases__ = (B,)
show(d, e)
print(D.__bases__, D.__mro__, E.__mro__, sep='\n')
print(A.__subclasses__(), B.__subclasses__(), D.__base__)
print(len(d), len(e), bool(d), d.own, isinstance(e, B), isinstance(e, A), issubclass(D, A))
D.__bases__ += (Mixed,)
print(e.extra, [c.__name__ for c in E.__mro__], Mixed.__subclasses__())
D.__bases__ = (A,)
print(hasattr(d, 'extra'), Mixed.__subclasses__(), B.__subclasses__(), A.__subclasses__())
try:
    len(d)
except TypeError as error:
    print(error)


class Slots:
    __slots__ = ('x', 'y')


class Same:
    __slots__ = ('y', 'x')

    def total(self):
        return 'total'


class Point(Slots):
    __slots__ = ()


p = Point()
p.x, p.y = 3, 4
Point.__bases__ = (Same,)
print(p.total(), isinstance(p, Slots), Point().total())
p.x, p.y = 5, 6
print(p.x, p.y, Same.y.__get__(p))


def refused(cls, bases):
    before = cls.__bases__, cls.__mro__
    try:
        cls.__bases__ = bases
    except TypeError as error:
        print(type(error).__name__, error, sep=': ')
    else:
        print('allowed')
    print((cls.__bases__, cls.__mro__) == before)


class Plain:
    pass


class Listed(list):
    pass


for cls, bases in ((D, (1,)), (D, [A]), (D, ()), (D, (D,)), (A, (E,)), (D, (A, A)), (D, (int,)),
                   (D, (bool,)), (D, (Slots,)), (D, (object,)), (Plain, (A,)), (Listed, (A,)),
                   (int, (object,)), (D, (A, list, dict))):
    refused(cls, bases)
try:
    del D.__bases__
except TypeError as error:
    print(error)


class X(A):
    pass


class Y(A, B):
    pass


class Z(X):
    pass


class W(Z, B):
    pass


# An order that does not exist for a class below: nothing has changed.
X.__bases__ = (A, B)
print(W.__mro__)
try:
    X.__bases__ = (B, A)
    Z.__bases__ = (Y, X)
except TypeError as error:
    print('no order:', str(error).split('\n')[0])
print(X.__mro__, Z.__mro__, Z.__bases__, sep='\n')
