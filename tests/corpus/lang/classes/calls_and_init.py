class K:
    def __init__(self, *a, **k): self.a, self.k = a, k
    def __call__(self, x): return x, self.a, self.k
print(K(1, 2, z=3)(9), K()(0), K.__init__(k := K(), 5), k.a)
class BadInit:
    def __init__(self): return 5
try: BadInit()
except TypeError as error: print(error)
class Raise:
    def __init__(self): raise ValueError("init")
try: Raise()
except ValueError as error: print(error)
class Factory:
    made = 0
    def __init__(self): Factory.made += 1
def make(cls, *a): return cls(*a)
print([type(make(c)).__name__ for c in (Factory, dict, list, int)], Factory.made)
classes = {c.__name__: c for c in (Factory, K)}
print(type(classes["K"](1)).__name__)
def local_class(v):
    class Local:
        def get(self): return v
    return Local
A, B = local_class(1), local_class(2)
print(A().get(), B().get(), A is B, A.__name__, A.__qualname__)
class Outer:
    class Inner:
        v = 3
        def m(self): return "inner"
    def make(self): return self.Inner()
print(Outer.Inner.v, Outer().make().m(), Outer.Inner.__qualname__)
class Node:
    def __init__(self, v, next=None): self.v, self.next = v, next
n = None
for i in range(200): n = Node(i, n)
t = 0
while n:
    t += n.v
    n = n.next
print(t)
class Chain:
    def __init__(self): self.ops = []
    def __getattr__(self, name): self.ops.append(name); return self
    def __call__(self, *a): self.ops.append(a); return self
print(Chain().a.b(1).c.ops)
f = K.__call__
print(f(K(1), "x"), K(7).__call__("y"))
