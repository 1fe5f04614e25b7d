log = []
class C:
    def __init__(self, n): self.n = n
    def __eq__(self, o): log.append(("eq", self.n)); return self.n == o.n if isinstance(o, C) else NotImplemented
    def __lt__(self, o): log.append(("lt", self.n)); return self.n < o.n
    def __le__(self, o): log.append(("le", self.n)); return self.n <= o.n
def show(x):
    print(x, log); log.clear()
a, b = C(1), C(2)
show(a == b); show(a != b); show(a < b); show(a > b); show(a <= b); show(a >= b); show(a == 1); show(1 == a); show(1 != a); show(a in [b, a]); show(min(b, a) is a); show(max(b, a) is b)
class D(C):
    def __eq__(self, o): log.append("D.eq"); return True
    def __gt__(self, o): log.append("D.gt"); return "gt result"
show(a == D(5)); show(D(5) == a); show(a < D(5)); show(D(1) != D(2))
class Weird:
    def __eq__(self, o): return "eq!"
    def __ne__(self, o): return []
    def __lt__(self, o): return 0
    def __contains__(self, x): return "truthy"
w = Weird()
print(w == 1, w != 1, w < 1, 1 > w, 5 in w, 5 not in w, 1 < 2 < w if False else w < w < w, not w == 1, [w] == [1])
class OnlyEq:
    def __eq__(self, o): return True
print(OnlyEq() == 5, OnlyEq() != 5, 5 == OnlyEq(), OnlyEq.__hash__ is None)
class Child(OnlyEq): pass
class Rehash(OnlyEq):
    __hash__ = object.__hash__ if False else (lambda self: 3)
for x in (OnlyEq(), Child(), Rehash()):
    try: print(hash(x))
    except TypeError as error: print(error)
for f in (lambda: w >= 1, lambda: a < 1, lambda: w > w):
    try: print(f())
    except Exception as error: print(type(error).__name__, error)
