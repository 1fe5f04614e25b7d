class A:
    kind = "A"
    def __init__(self, n): self.n = n
    def who(self): return f"A{self.n}"
    def call(self): return self.who()
class B(A):
    kind = "B"
    def __init__(self, n, m):
        super().__init__(n)
        self.m = m
    def who(self): return "B" + super().who() + str(self.m)
class C(B):
    def who(self):
        f = lambda: super(C, self).who()
        return "C" + f()
    def other(self): return [super().kind, super().who()] if False else super().kind
class D(C): pass
for o in (A(1), B(2, 3), C(4, 5), D(6, 7)):
    print(o.who(), o.call(), o.kind, isinstance(o, A), isinstance(o, C), type(o).__name__)
print(D(1, 2).other(), D.__bases__ == (C,), [k.__name__ for k in D.__mro__], A.who(D(8, 9)), super(B, D(1, 1)).who())
A.kind = "changed"
print(A.kind, B.kind, D.kind)
B.fresh = "new"
print(D(0, 0).fresh)
del C.who
print(C(1, 2).who())
try:
    D(1)
except TypeError as error:
    print(error)
try:
    super(C, A(1)).who()
except TypeError as error:
    print(error)
try:
    B(1, 2).nothing
except AttributeError as error:
    print(error)
try:
    super(B, B(1, 2)).nothing
except AttributeError as error:
    print(error)
class Shape:
    def area(self): raise NotImplementedError("area of " + type(self).__name__)
class Sq(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
class Bad(Shape): pass
for s in (Sq(3), Bad()):
    try: print(s.area())
    except NotImplementedError as error: print(error)
