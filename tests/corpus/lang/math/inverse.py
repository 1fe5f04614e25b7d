# Inverse hyperbolic functions over their ranges.
import math


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


for name, values in (
    ("acosh", (1.0, 1.0000001, 1.5, 2.0, 2.5, 3, 1e5, 1e10, 1e300, math.inf, 0.5, -1)),
    ("asinh", (0.0, -0.0, 1e-300, 1e-9, 0.1, 1, -2.0, 2.5, 1e5, -1e10, 1e300, -math.inf)),
    ("atanh", (0.0, -0.0, 1e-300, 1e-9, 0.1, -0.4, 0.5, 0.75, -0.999999, 1, -1, 2)),
):
    for value in values:
        try:
            print(name, value, "%.15g" % getattr(math, name)(value))
        except ValueError as error:
            print(name, value, error)
for n in range(1, 12):
    x = n / 4
    assert math.isclose(math.sinh(math.asinh(x)), x)
    assert math.isclose(math.cosh(math.acosh(1 + x)), 1 + x)
    assert math.isclose(math.tanh(math.atanh(x / 4)), x / 4)
show(math.acosh, "x")
show(math.asinh, None)
show(math.atanh, 1j)
