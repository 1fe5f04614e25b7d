# A metaclass must hand on the cell of __class__.
class M(type):
    def __new__(m, name, bases, ns):
        ns.pop('__classcell__', None)
        return super().__new__(m, name, bases, ns)
try:
    class A(metaclass=M):
        def f(self): return super().f()
except RuntimeError as e: print(e)
class N(type):
    def __new__(m, name, bases, ns):
        type.__new__(m, 'other', bases, dict(ns))
        return type.__new__(m, name, bases, {})
try:
    class B(metaclass=N):
        def f(self): return __class__
except TypeError as e: print(e)
class C(metaclass=M):
    pass
print(C)
