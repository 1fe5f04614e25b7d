# Finite numbers, large, small and in between.
import cmath


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


inf, nan = float("inf"), float("nan")


def text(z):
    if isinstance(z, complex):
        return "(%.12g %.12g)" % (z.real, z.imag)
    if isinstance(z, tuple):
        return "(%.12g %.12g)" % z
    return "%.12g" % z if isinstance(z, float) else repr(z)


def table(name, parts):
    function = getattr(cmath, name)
    for a in parts:
        row = []
        for b in parts:
            try:
                row.append(text(function(complex(a, b))))
            except (ValueError, OverflowError) as error:
                row.append(type(error).__name__ + ": " + str(error))
        print(name, a, *row)


parts = (0.5, -2.5, 3.75, 1e-5, -1e-310, 700.0)
for name in ("acos", "acosh", "asin", "asinh", "atan", "atanh", "cos", "cosh", "exp",
             "log", "log10", "sin", "sinh", "sqrt", "tan", "tanh", "phase", "polar"):
    table(name, parts)
large = (1e308, -1e200, 710.0)
for name in ("acos", "acosh", "asin", "asinh", "atan", "atanh", "cosh", "exp", "log",
             "sinh", "sqrt", "tanh", "polar"):
    table(name, large)
for base in (2, 0.5, 1j, 10, -3 + 4j):
    print(text(cmath.log(3 - 2j, base)))
for r, phi in ((1, 0.5), (-2, 1), (3, -0.0), (1e300, 1e-5)):
    print(text(cmath.rect(r, phi)))
print(cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.nan, cmath.infj, cmath.nanj)
