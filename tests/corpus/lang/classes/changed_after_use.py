# A site that has run many times sees what its class has become.
class A:
    kind = 'A'

    def m(self):
        return 1

    def n(self):
        return 'n'


class B(A):
    pass


class C(B):
    pass


def call(x):
    return x.m()


def read(x):
    return x.v


def write(x, value):
    x.v = value


def each(f, *args):
    out = []
    for _ in range(4):
        for x in objects:
            try:
                out.append(f(x, *args))
            except AttributeError as e:
                out.append(str(e))
    print(f.__name__, out)


objects = [A(), B(), C()]
for i, x in enumerate(objects):
    x.v = i

each(call)
A.m = lambda self: 2
each(call)
B.m = lambda self: 3
each(call)
del B.m
each(call)
C.m = lambda self: 4
A.m = lambda self: 5
each(call)
A.m = A.n
each(call)
objects[0].m = lambda: 'own'
each(call)
del objects[0].m
each(call)

each(read)
A.v = property(lambda self: 'property')
each(read)
each(write, 7)
del A.v
each(read)
each(write, 8)
each(read)


class Data:
    def __get__(self, instance, owner):
        return 'got'

    def __set__(self, instance, value):
        print('set', value)


B.v = Data()
each(read)
each(write, 9)
del B.v
each(read)

A.__getattr__ = lambda self, name: 'missing ' + name
del objects[1].v
each(read)
A.__setattr__ = lambda self, name, value: print('store', name, value)
each(write, 10)
del A.__setattr__
each(write, 11)
each(read)


def kind(x):
    return x.kind


each(kind)
A.kind = 'AA'
each(kind)
B.kind = 'BB'
each(kind)
A.kind = 'A' * 3
each(kind)
del B.kind
each(kind)
A.kind = lambda self: 0
print([type(kind(x)).__name__ for x in objects])


def add(x, y):
    return x + y


A.__add__ = lambda self, other: 'sum'
each(add, 1)
A.__add__ = lambda self, other: 'SUM'
each(add, 1)
C.__add__ = lambda self, other: 'C sum'
each(add, 1)
for x in objects:
    x.__add__ = lambda other: 'not this'
each(add, 1)


def make():
    return A()


for _ in range(4):
    make()
A.__init__ = lambda self: print('init')
make()
A.__new__ = staticmethod(lambda cls: 'made')
print(make())
del A.__new__
del A.__init__
print(type(make()).__name__)

# Instances of a class that has many arrangements of attributes.


class Bag:
    pass


bags = []
for i in range(3000):
    b = Bag()
    setattr(b, 'n' + str(i), i)
    b.common = i
    bags.append(b)
print(sum(b.common for b in bags))
print([getattr(bags[i], 'n' + str(i)) for i in (0, 1, 500, 1500, 2999)])
print(vars(bags[2000]), hasattr(bags[2999], 'n0'))

# Deep inheritance sees a change at the top.
class Top:
    def f(self):
        return 'f'


T = Top
for i in range(100):
    T = type('T', (T,), {})
t = T()


def deep():
    return t.f()


print(deep(), deep(), deep())
Top.f = lambda self: 'g'
print(deep(), deep())
del Top.f
try:
    deep()
except AttributeError as e:
    print(e)
