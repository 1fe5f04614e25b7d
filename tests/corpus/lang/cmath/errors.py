# Arguments that cmath takes and refuses.
import cmath


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


class C:
    def __complex__(self):
        return 3 + 4j


class F:
    def __float__(self):
        return 2.0


class I:
    def __index__(self):
        return 9


class Wrong:
    def __complex__(self):
        return 3


for value in (C(), F(), I(), Wrong(), "x", None, True, 4, 10**400, [1]):
    show(cmath.sqrt, value)
    show(cmath.isfinite, value)
show(cmath.sqrt)
show(cmath.sqrt, 1, 2)
show(cmath.polar, "x")
show(cmath.phase)
show(cmath.rect, 1)
show(cmath.rect, 1j, 2)
show(cmath.rect, "x", 2)
show(cmath.log, 0)
show(cmath.log, 2, 0)
show(cmath.log, 2, 1)
show(cmath.log, 3, "x")
show(cmath.log)
show(cmath.log, 1, 2, 3)
show(cmath.log10, 0)
show(cmath.atan, 1j)
show(cmath.atanh, -1)
show(cmath.exp, 1000)
show(cmath.cosh, 1000 + 1j)
show(cmath.exp, complex(1, float("inf")))
show(cmath.acos, "1")
show(cmath.isinf, None)
show(cmath.isnan, ())
show(cmath.isclose, 1, 1 + 1e-12j)
show(cmath.isclose, 1, 1.1, rel_tol=0.2)
show(cmath.isclose, 1, 1.1j, abs_tol=2)
show(cmath.isclose, cmath.inf, cmath.inf)
show(cmath.isclose, cmath.inf, 1)
show(cmath.isclose, cmath.nan, cmath.nan)
show(cmath.isclose, 1, 2, rel_tol=-1)
show(cmath.isclose, 1)
show(cmath.isclose, 1, 2, 3)
show(cmath.isclose, "a", 2)
for name in ("acosh", "asin", "asinh", "cos", "sin", "sinh", "tan", "tanh"):
    show(getattr(cmath, name), "x")
