# What the functions have to do with each other.
import cmath


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


points = [complex(a / 4, b / 4) for a in range(-9, 10, 3) for b in range(-8, 9, 4)]


def near(a, b):
    return cmath.isclose(a, b, rel_tol=1e-12, abs_tol=1e-12)


count = 0
for z in points:
    checks = [
        near(cmath.sin(z) ** 2 + cmath.cos(z) ** 2, 1),
        near(cmath.cosh(z) ** 2 - cmath.sinh(z) ** 2, 1),
        near(cmath.sqrt(z) ** 2, z),
        near(cmath.exp(1j * z), cmath.cos(z) + 1j * cmath.sin(z)),
        near(cmath.sin(cmath.asin(z)), z),
        near(cmath.cos(cmath.acos(z)), z),
        near(cmath.tan(z) * cmath.cos(z), cmath.sin(z)),
        near(cmath.tanh(z) * cmath.cosh(z), cmath.sinh(z)),
        near(cmath.sinh(cmath.asinh(z)), z),
        near(cmath.cosh(cmath.acosh(z)), z),
        near(cmath.rect(*cmath.polar(z)), z),
    ]
    if z not in (0, 1, -1, 1j, -1j):
        checks += [
            near(cmath.exp(cmath.log(z)), z),
            near(cmath.log10(z), cmath.log(z, 10)),
            near(cmath.tanh(cmath.atanh(z)), z),
            near(cmath.tan(cmath.atan(z)), z),
            near(cmath.phase(z), cmath.log(z).imag),
        ]
    count += len(checks)
    if not all(checks):
        print(z, checks)
print(count)
print(cmath.sqrt(-1), cmath.sqrt(complex(-1, -0.0)), cmath.log(-1).imag, cmath.phase(-1))
show(cmath.asin, 1)
show(cmath.acos, 0.0)
