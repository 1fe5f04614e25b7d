import math
print(math.pi, math.e, math.tau, math.inf, math.nan)
print(math.sqrt(2), math.sqrt(16), math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.fabs(-3), math.pow(2, 10), math.exp(0), math.log(1), math.log(8, 2), math.log10(1000), math.log2(1024))
print(math.sin(0), math.cos(0), math.tan(0), math.atan2(1, 1), math.degrees(math.pi), math.radians(180), math.hypot(3, 4), math.hypot(1, 2, 2), math.fmod(-7, 3), math.modf(2.75), math.frexp(8), math.ldexp(0.5, 4), math.copysign(1, -0.0))
print(math.gcd(12, 18), math.gcd(), math.lcm(4, 6), math.factorial(20), math.factorial(25), math.comb(10, 3), math.perm(5, 2), math.isqrt(10 ** 20), math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.isclose(0.1 + 0.2, 0.3), math.prod([1, 2, 3]), math.fsum([0.1] * 10), math.dist((0, 0), (3, 4)))
print(math.floor(10 ** 20), math.floor(1e20), math.ceil(5), math.log(10 ** 400), math.sqrt(True), math.trunc(7))
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.exp(1000), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.sqrt("x"), lambda: math.floor("x"), lambda: math.sqrt(), lambda: math.gcd(1.5), lambda: math.pow(0, -1), lambda: math.fmod(1, 0), lambda: math.isqrt(-1), lambda: math.floor(math.inf), lambda: math.ceil(math.nan), lambda: math.acos(2), lambda: math.comb(-1, 2), lambda: math.nothing, lambda: math.sin(10 ** 400)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
