# weakref.ref: identity, equality, callbacks, subclasses.
import gc
import weakref


class A:
    def __init__(self, n=0):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, A) and self.n == other.n

    def __hash__(self):
        return hash(self.n)


a = A(1)
r = weakref.ref(a)
print(r() is a, r is weakref.ref(a), weakref.getweakrefcount(a))
print(type(r).__name__, type(r) is weakref.ref, weakref.ReferenceType is weakref.ref)
s = weakref.ref(a, lambda ref: print('callback', ref is s, ref()))
print(s is r, s == r, hash(s) == hash(a), r.__callback__, callable(s.__callback__))
b = A(1)
t = weakref.ref(b)
print(r == t, r != t, r == 5, weakref.getweakrefcount(a))
print(len(weakref.getweakrefs(a)), len(weakref.getweakrefs(b)), weakref.getweakrefs(5))
del a
gc.collect()
print(r(), s(), s.__callback__, t() is b)
print(r == t, r != t, r == r, hash(s) == hash(b))
print(repr(r).endswith('; dead>'))
u = weakref.ref(A(9))
gc.collect()
try:
    hash(u)
except TypeError as e:
    print(e)
for value in (5, 'x', (), [], {}, None, 1.5, ValueError(), object()):
    try:
        weakref.ref(value)
        print('yes', value)
    except TypeError as e:
        print(e)


def f():
    pass


g = (i for i in ())
class E(Exception):
    pass


for value in (f, A, print, g, gc, b.__eq__, E()):
    print(type(weakref.ref(value)).__name__)


class Keyed(weakref.ref):
    def __new__(cls, object, callback, key):
        self = super().__new__(cls, object, callback)
        self.key = key
        return self

    def __init__(self, object, callback, key):
        super().__init__(object, callback)


def gone(ref):
    print('gone', ref.key, ref())


k = Keyed(b, gone, 'k1')
print(k.key, k() is b, isinstance(k, weakref.ref))
other = Keyed(b, gone, 'k2')
del other
del b
gc.collect()
print(k())


class Cycle:
    pass


c = Cycle()
c.me = c
w = weakref.ref(c, lambda ref: print('cycle gone'))
del c
gc.collect()
print(w())


class Revives:
    def __del__(self):
        global back
        back = self


x = Revives()
w = weakref.ref(x)
del x
gc.collect()
print(back is not None)
unwatched = Cycle()
v = weakref.ref(unwatched, lambda ref: print('never'))
del v
del unwatched
gc.collect()
many = [Cycle() for _ in range(100)]
refs = [weakref.ref(m) for m in many]
del many[::2]
gc.collect()
print(sum(ref() is None for ref in refs))
