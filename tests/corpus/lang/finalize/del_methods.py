# __del__ runs once, when the collector has found the object dead, or at the end.
import gc


class A:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)


def make():
    a = A(1)


make()
gc.collect()
a = A(2)
a = None
gc.collect()
a = A('cycle')
a.me = a
del a
gc.collect()

kept = []


class Returns:
    def __del__(self):
        kept.append(self)
        print('kept')


r = Returns()
del r
gc.collect()
print(len(kept))
kept.clear()
gc.collect()
print('once')


def generator():
    try:
        yield 1
    finally:
        print('finally')


g = generator()
next(g)
del g
gc.collect()
g = generator()
del g
gc.collect()


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        print('exit', args[0])


def manages():
    with Manager():
        yield 1
        yield 2


g = manages()
next(g)
next(g)
del g
gc.collect()


class Derived(dict):
    def __del__(self):
        print('dict gone', len(self))


d = Derived(a=1)
del d
gc.collect()


class Base:
    def __del__(self):
        print('base', type(self).__name__)


class Below(Base):
    pass


b = Below()
del b
gc.collect()


class Parent:
    def __init__(self):
        self.child = A('child')

    def __del__(self):
        print('parent', self.child.n)


p = Parent()
del p
gc.collect()
last = A('at the end')
