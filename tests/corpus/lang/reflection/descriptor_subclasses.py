"""Classes derived from property, classmethod and staticmethod; `__call__` by descriptors."""


class P(property):
    def __init__(self, fget=None, fset=None, fdel=None, doc=None, a=1, b=2, c=3):
        super().__init__(fget, fset, fdel, doc)
        self.tag = a, b, c
class A:
    @P
    def x(self):
        "doc of x"
        return 42
    @x.setter
    def x(self, value): print("set", value)
print(A().x, A.x.tag, type(A.x), A.x.__doc__); A().x = 3
class Q(property): pass
class A2:
    x = Q(lambda s: 1)
    y = x.getter(lambda s: 2)
print(A2().x, type(A2.y), A2().y)
class cm(classmethod):
    def __init__(self, f, extra=None):
        super().__init__(f); self.extra = extra
class sm(staticmethod):
    def __init__(self, f, *more):
        staticmethod.__init__(self, f); self.more = more
class B:
    m = cm(lambda cls: cls.__name__, 3)
    s = sm(lambda: "static", 1, 2)
    @cm
    def n(cls): return cls
print(B.m(), B.__dict__['m'].extra, B.s(), B().s(), B.__dict__['s'].more, B.n(), B().n())
for bad in (classmethod, staticmethod):
    for args in ((), (1, 2)):
        try: bad(*args)
        except TypeError as e: print(e)
class D:
    def __get__(self, obj, owner): return lambda *a: ("called", obj is not None, a)
class E:
    __call__ = D()
print(E()(1))
class F: __call__ = len
print(F()([1,2]))
class G: __call__ = int
print(G()("12"))
class H:
    @classmethod
    def __call__(cls, *a): return cls.__name__, a
    
print(H()(1))
class I:
    @staticmethod
    def __call__(*a): return a
print(I()(1,2))
class J: __call__ = E()
print(J()(5))
class K:
    def f(self, *a): return "f", a
    __call__ = property(lambda self: self.f)
print(K()(7))
try: property(1,2,3,4,5)
except TypeError as e: print(e)
from abc import abstractclassmethod, abstractproperty, abstractstaticmethod, ABC
class L(ABC):
    @abstractclassmethod
    def a(cls): ...
    @abstractproperty
    def b(self): ...
print(sorted(L.__abstractmethods__))
