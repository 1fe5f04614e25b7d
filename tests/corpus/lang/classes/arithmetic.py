class V:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"V({self.n})"
    def __add__(self, o):
        if isinstance(o, V): return V(self.n + o.n)
        if isinstance(o, int): return V(self.n + o)
        return NotImplemented
    def __radd__(self, o): return V(("r", o, self.n))
    def __sub__(self, o): return NotImplemented
    def __rsub__(self, o): return f"rsub {o}"
    def __mul__(self, o): return V(self.n * o)
    __rmul__ = __mul__
    def __neg__(self): return V(-self.n)
    def __iadd__(self, o):
        self.n += 100
        return self
    def __truediv__(self, o): return "truediv"
    def __divmod__(self, o): return "divmod"
    def __bool__(self): return self.n > 0
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __index__(self): return 3
v = V(1)
print(v + V(2), v + 5, 5 + v, "s" + v, v * 3, 3 * v, -v, 5 - v, v / 2, bool(v), bool(V(-1)), not v, int(v), float(v), [0, 1, 2, 3][v], "ab" * v if False else 0, range(10)[v], list(range(v)))
w = v
w += 1
print(v, w is v)
for f in (lambda: v + "s", lambda: v - V(1), lambda: v - 1, lambda: v // 1, lambda: 1 / v, lambda: +v, lambda: ~v, lambda: v % 2, lambda: v ** 2, lambda: v & 1, lambda: v < 1, lambda: v < v, lambda: v >= None):
    try: print(f())
    except TypeError as error: print(error)
class Sub(V):
    def __radd__(self, o): return f"sub radd {o}"
print(v + Sub(5), Sub(5) + v, Sub(1) + Sub(2))
class R:
    def __radd__(self, o): return "R.radd"
    def __rlt__(self, o): return "never"
print(1 + R(), v + R(), [] + R(), None + R(), "x" + R())
class NI:
    def __add__(self, o): return NotImplemented
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
n = NI()
print(n == n, n == 1, n != n, n != 1)
for f in (lambda: n + 1, lambda: n + n, lambda: n < n):
    try: f()
    except TypeError as error: print(error)
