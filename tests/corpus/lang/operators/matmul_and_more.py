class M:
    def __init__(self, v):
        self.v = v
    def __matmul__(self, other):
        return f"{self.v}@{other}"
    def __rmatmul__(self, other):
        return f"{other}@r{self.v}"
    def __pos__(self):
        return "pos"
    def __invert__(self):
        return "inv"
    def __floordiv__(self, other):
        return "floordiv", other
    def __rfloordiv__(self, other):
        return "rfloordiv", other
    def __lshift__(self, other):
        return "lshift"
    def __rrshift__(self, other):
        return "rrshift"
    def __rpow__(self, other):
        return "rpow", other
    def __pow__(self, other):
        return "pow", other
    def __mod__(self, other):
        return "mod"
    def __rand__(self, other):
        return "rand"
    def __xor__(self, other):
        return "xor"
    def __ior__(self, other):
        self.v = ("ior", other)
        return self
m = M(1)
print(m @ 2, 2 @ m, +m, ~m, m // 3, 3 // m, m << 1, 1 >> m, 2 ** m, m ** 2, m % 1, 1 & m, m ^ 1)
m |= 4
print(m.v)
m @= 5
print(m)
for action in (lambda: M(1) >> 1, lambda: 1 ^ M(1), lambda: -M(1), lambda: M(1) | 1):
    try:
        action()
    except TypeError as error:
        print(error)
