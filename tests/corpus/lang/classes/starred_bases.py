def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def f():
    class A(*5): pass
t(f)
def f():
    class A(int, *5, **{}): pass
t(f)
def f():
    class A(*"", x=1): pass
t(f)
def f():
t(f)
def f():
    class A(*[int, int]): pass
t(f)
class X: pass
class Y: pass
def f():
    class A(*[X, Y], metaclass=type): pass
    return A.__mro__
t(f)
def f():
    class A(X, *(Y,), *[]): pass
    return A.__bases__
t(f)
def f():
    class A(*()): pass
    return A.__bases__
t(f)
bases = [X]
class Z(*bases, Y, *(b for b in [object])):
    def who(self): return __class__, super()
    x: int = 1
print(Z.__bases__, Z().who()[0])
class K:
    def __init_subclass__(cls, **kw): print(cls.__bases__, kw)
class L(*[K], a=1, **{"b": 2}): pass
class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        print(name, bases, kw)
        return super().__new__(m, name, bases, ns)
    @classmethod
    def __prepare__(m, name, bases, **kw):
        print("prepare", bases, kw)
        return {"p": 1}
class M(*(X, Y), metaclass=Meta, q=1): pass
print(M.p, M.__mro__)
class N(*[M], *[]): pass
def names():
    print("evaluated")
    return X, Y
class O(*names()): pass
class Q(*[1]): pass
