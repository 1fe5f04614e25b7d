class M(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prep", name, kw); return {'pre': 1}
    def __new__(mcs, name, bases, ns, **kw):
        c = super().__new__(mcs, name, bases, ns); c.extra = kw; return c
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        print("call", a, k); return super().__call__(*a, **k)
    def __len__(cls): return 7
    def __getattr__(cls, n): return "meta " + n
class A(metaclass=M, x=1):
    def __init__(self, v): self.v = v
    def f(self): return __class__
class B(A): pass
print(A.extra, A.pre, type(A), len(A), A.foo, A(3).v, B(4).f(), B.__qualname__)
class P:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw); print("sub", cls.__name__, tag)
    def __class_getitem__(cls, k): return (cls.__name__, k)
class Q(P, tag="t"): pass
print(Q[3])
try:
    class R(P, z=1): pass
except TypeError as e: print(e)
try:
    class X(P, P): pass
except TypeError as e: print(e)
try:
    class X(object, P): pass
except TypeError as e: print(e)
class X(metaclass=lambda *a, **k: (a[0], a[1], k), y=2): pass
print(X)
class E:
    def __eq__(self, o): return True
try: hash(E())
except TypeError as e: print(e)
try: {E(): 1}
except TypeError as e: print(e)
print(E.__hash__, hasattr(E(), '__qualname__'), E.__doc__, E.__qualname__)
class S:
    def __new__(cls, *a): return super().__new__(cls)
    def __init__(self, *a): self.a = a
print(S(1, 2).a, type(S.__dict__['__new__']))
try: raise ImportError("x", name="n", path="p")
except ImportError as e: print(e.name, e.path, e)
class MyErr(ImportError): pass
e = MyErr("q", name="w"); print(e.name, e.args)
print(type(OSError(2, "no")), OSError(2, "no", "f"))
class O(OSError): pass
print(O(2, "nope").errno, repr(O(2, "nope")))
class M2(type):
    def __iter__(cls): return iter([1, 2])
    def __contains__(cls, x): return x == 3
    def __repr__(cls): return "<M2 %s>" % cls.__name__
    @property
    def p(cls): return "prop"
class C2(metaclass=M2): pass
print(list(C2), 3 in C2, C2, C2.p, isinstance(C2, M2), type("Z", (C2,), {"a": 1}))
class Reg(type):
    reg = {}
    def __init__(cls, n, b, d): super().__init__(n, b, d); Reg.reg[n] = cls
class R1(metaclass=Reg): pass
class R2(R1): pass
print(sorted(Reg.reg), M2.mro(M2)[:2])
class Single(type):
    _i = {}
    def __call__(cls, *a):
        if cls not in cls._i: cls._i[cls] = super().__call__(*a)
        return cls._i[cls]
class Sg(metaclass=Single):
    def __init__(self, x): self.x = x
print(Sg(1) is Sg(2), Sg(3).x)
class Abs(type):
    def __instancecheck__(cls, o): return True
class Ab(metaclass=Abs): pass
print(isinstance(3, Ab))
