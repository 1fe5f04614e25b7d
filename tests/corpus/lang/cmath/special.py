# Infinities, zeros with a sign, and NaN.
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


parts = (-inf, -1.0, -0.0, 0.0, 1.0, inf, nan)
for name in ("acos", "acosh", "asin", "asinh", "atan", "atanh", "cos", "cosh", "exp",
             "log", "log10", "sin", "sinh", "sqrt", "tan", "tanh", "phase", "polar",
             "isfinite", "isinf", "isnan"):
    table(name, parts)
for r in parts:
    for phi in parts:
        try:
            print("rect", r, phi, text(cmath.rect(r, phi)))
        except ValueError as error:
            print("rect", r, phi, error)
