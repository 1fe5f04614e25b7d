"""cmath at infinities, nans and signed zeros: infj, nanj, and the functions on a grid."""
import cmath
import math


def text(z):
    return f"({z.real:.10g},{z.imag:.10g})"


def attempt(function, *args):
    try:
        value = function(*args)
        return text(value) if isinstance(value, complex) else value
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(cmath.infj, cmath.nanj, cmath.inf, cmath.nan, cmath.infj * cmath.infj, cmath.isnan(cmath.nanj), cmath.isinf(cmath.infj), cmath.isfinite(cmath.nanj))
print(cmath.infj == complex(0, math.inf), cmath.nanj.real, cmath.pi, cmath.e, cmath.tau, cmath.phase(cmath.infj), abs(cmath.infj))
GRID = [complex(x, y) for x in (0.0, -0.0, 1.5, -math.inf, math.inf, math.nan) for y in (0.0, -0.0, -2.0, math.inf, math.nan)]
for function in (cmath.sqrt, cmath.exp, cmath.log, cmath.sin, cmath.cosh, cmath.tanh, cmath.asin, cmath.acos, cmath.atan, cmath.asinh, cmath.acosh, cmath.atanh):
    print(function.__name__)
    for z in GRID:
        print("  ", text(z), attempt(function, z))
for z in GRID[:8]:
    print(attempt(cmath.polar, z), attempt(cmath.phase, z))
for pair in ((1, math.pi), (math.inf, 0), (0, math.inf), (1, math.nan), (-2, 0.5), (math.inf, 1)):
    print(pair, attempt(cmath.rect, *pair))
print(cmath.isclose(1 + 1e-10j, 1), cmath.isclose(cmath.infj, cmath.infj), cmath.isclose(cmath.nanj, cmath.nanj), attempt(cmath.isclose, 1, 1j, 5), attempt(cmath.isclose, 1, 2))
print(attempt(cmath.sqrt, "1"), "|", attempt(cmath.log, 0), "|", attempt(cmath.log, 8, 2), "|", attempt(cmath.log, 1, 0), "|", attempt(cmath.log10, 1e5j), "|", attempt(cmath.exp, 1000))
