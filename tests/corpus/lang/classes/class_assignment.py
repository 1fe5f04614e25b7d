# obj.__class__ = Other.
import gc


class A:
    def who(self):
        return 'A', self.x


class B:
    y = 'class y'

    def who(self):
        return 'B', self.x


a = A()
a.x = 1


def ask(o):
    return o.who()


for _ in range(5):
    print(ask(a), end=' ')
a.__class__ = B
for _ in range(3):
    print(ask(a), end=' ')
print()
print(type(a), a.y, isinstance(a, B), isinstance(a, A), a.__class__ is B, a.__dict__)
a.y = 'own'
print(a.y, a.__dict__)
a.__class__ = A
print(a.who(), hasattr(a, 'y'), a.y)
a.__class__ = A
print(a.who())


def make():
    class Local:
        def who(self):
            return 'Local', self.x
    return Local


objects = []
for i in range(50):
    o = A()
    o.x = i
    o.__class__ = make()
    objects.append(o)
    gc.collect()
print(sum(o.who()[1] for o in objects), sorted(dict.fromkeys(o.who()[0] for o in objects)))


class S1:
    __slots__ = ('p', 'q')


class S2:
    __slots__ = ('q', 'p')


s = S1()
s.p, s.q = 1, 2
s.__class__ = S2
print(type(s).__name__, s.p, s.q)


class Sub(S1):
    __slots__ = ()


s = S1()
s.p = 3
s.__class__ = Sub
print(type(s).__name__, s.p)
s.__class__ = S1
print(type(s).__name__, s.p)


class Base(Exception):
    pass


class Other(Exception):
    pass


try:
    try:
        raise Base('text')
    except Base as e:
        e.__class__ = Other
        raise
except Other as e:
    print(repr(e))


class L1(list):
    pass


class L2(list):
    def total(self):
        return sum(self)


l = L1([1, 2, 3])
l.note = 'n'
l.__class__ = L2
print(l.total(), l.note, l)


class Lazy:
    def __getattr__(self, name):
        self.__class__ = Loaded
        return getattr(self, name)


class Loaded:
    @property
    def value(self):
        return 'loaded'


z = Lazy()
print(z.value, type(z).__name__, z.value)


class M1(type):
    def hi(cls):
        return 'M1'


class M2(type):
    def hi(cls):
        return 'M2'


class K(metaclass=M1):
    pass


print(K.hi())
K.__class__ = M2
print(K.hi(), type(K))
for target, value in [(A(), int), (A(), 5), (5, A), (A(), S1), (A(), Base), (Base(), A), (K, A)]:
    try:
        target.__class__ = value
    except TypeError as e:
        print(e)
