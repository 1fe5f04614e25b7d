# Functions of two numbers.
import math


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


inf, nan = math.inf, math.nan
values = (0.0, -0.0, 1.0, -2.5, 1e308, inf, -inf, nan, 3)
for name in ("atan2", "copysign", "fmod", "remainder", "pow", "nextafter", "log", "isclose",
             "hypot", "comb", "perm", "gcd", "lcm", "ldexp", "dist"):
    function = getattr(math, name)
    for a in values:
        row = []
        for b in values:
            try:
                result = function(a, b)
                row.append("%.11g" % result if isinstance(result, float) else repr(result))
            except Exception as error:
                row.append(type(error).__name__ + ": " + str(error))
        print(name, a, *row, sep=" | ")
show(math.log)
show(math.log, 1, 2, 3)
show(math.log, 10**400, 10)
show(math.log, 8, 2)
show(math.log2, 2**1000)
show(math.log10, 10**300)
show(math.prod)
show(math.prod, [1, 2, 3], start=2)
show(math.dist, (1, 2), (4, 6))
show(math.dist, (1,), (4, 6))
show(math.fsum, [0.1] * 10)
show(math.isqrt, -1)
show(math.factorial, 20)
