"""asin, atan, cbrt, erf, erfc, exp2, expm1, gamma, lgamma, log1p, ulp at their edges."""
import math

INF, NAN = math.inf, math.nan


def attempt(function, *args):
    try:
        return f"{function(*args):.12g}"
    except Exception as error:
        return f"{type(error).__name__}: {error}"


VALUES = (0.0, -0.0, 0.5, -0.5, 1, -1, 1.5, 2, 10, -10, 170.5, 171.7, -170.5, 710, 1e-300, 1e300, INF, -INF, NAN, 5e-324)
for function in (math.asin, math.acos, math.atan, math.cbrt, math.erf, math.erfc, math.exp2, math.expm1, math.gamma, math.lgamma,
                 math.log1p, math.ulp, math.atanh, math.acosh, math.log2):
    print(function.__name__)
    for value in VALUES:
        print(f"   {value!r:>8} {attempt(function, value)}")
for function in (math.asin, math.atan, math.cbrt, math.erf, math.erfc, math.exp2, math.expm1, math.gamma, math.lgamma, math.log1p, math.ulp):
    print(function.__name__, "|", attempt(function, "1"), "|", attempt(function), "|", attempt(function, 1j), "|", attempt(function, 10 ** 400))
print([math.gamma(n) == math.factorial(n - 1) for n in range(1, 15)], math.copysign(1, math.cbrt(-0.0)), math.copysign(1, math.gamma(-0.5)))
print(math.ulp(1.0) == 2 ** -52, math.ulp(-4.0) == math.ulp(4.0), math.ulp(1e16), math.nextafter(1.0, 2) - 1 == math.ulp(1.0))


class Half:
    def __float__(self):
        return 0.5


class Bad:
    def __float__(self):
        return "no"


print(attempt(math.asin, Half()), attempt(math.exp2, Half()), attempt(math.erf, Bad()))
