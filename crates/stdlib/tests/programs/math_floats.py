import math

# C libraries differ in the last digit of these.
rounded = ['cbrt', 'acosh', 'asinh', 'atanh', 'erf', 'erfc']

def show(what, f, *args):
    try:
        r = f(*args)
        print(what, args, '%.14g' % r if what in rounded else repr(r))
    except Exception as e:
        print(what, args, type(e).__name__, e)

inf, nan = math.inf, math.nan
values = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 1.5, -2.5, 3.0, 10.0, 100.25, -171.5, 171.0, 172.5, 1e-5, 1e-300, 5e-324,
          1e10, 1e300, -1e300, 1.7976931348623157e308, 709.5, 710.5, -745.5, 1e-21, 2.2250738585072014e-308, 142.3, 0.1,
          -0.1, 7, -3, 2**60, 10**40, True, inf, -inf, nan, 'x', None]
one = ['acos', 'asin', 'atan', 'cbrt', 'ceil', 'cos', 'cosh', 'degrees', 'exp',
       'exp2', 'expm1', 'fabs', 'floor', 'frexp', 'gamma', 'isfinite', 'isinf', 'isnan', 'lgamma', 'log',
       'log10', 'log1p', 'log2', 'modf', 'radians', 'sin', 'sinh', 'sqrt', 'tan', 'tanh', 'trunc', 'ulp', 'erf', 'erfc',
       'acosh', 'asinh', 'atanh']
for name in one:
    f = getattr(math, name)
    for v in values:
        show(name, f, v)
two = ['atan2', 'copysign', 'fmod', 'pow', 'remainder', 'nextafter', 'log', 'hypot']
some = [0.0, -0.0, 1.0, -1.5, 2.5, 1e300, -1e-300, 3, inf, -inf, nan, 'x']
for name in two:
    f = getattr(math, name)
    for a in some:
        for b in some:
            show(name, f, a, b)
for x in some:
    for e in [0, 1, -1, 1023, -1074, 5000, -5000, 10**30, -10**30, 1.5, 'a']:
        show('ldexp', math.ldexp, x, e)
print(math.pi, math.e, math.tau, math.inf, math.nan)
for args in [(1, 2, 3), (3, 4), (), (1e308, 1e308), (5e-324, 5e-324), (inf, nan), (nan, 1), (-3,), (0.1, 0.2, 0.3, 0.7), (1e-200, 3e-200)]:
    show('hypot', math.hypot, *args)
for p, q in [((1, 2), (4, 6)), ([1], [2]), ((), ()), ((1,), (1, 2)), (5, 5), ((1, 'x'), (1, 2)), ((0.1, 0.7, 0.3), (1.3, 2.9, 3.1))]:
    show('dist', math.dist, p, q)
for l in [[], [0.1] * 10, [1e16, 1.0, -1e16], [1e308, 1e308, -1e308], [inf, 1], [inf, -inf], [nan], [1, 'x'], [1e-16, 1, 1e16], [2**60, 0.5, -2**60],
          [1e100, 1.0, -1e100, 1e-100, 1e50, -1.0, -1e50], 3, [0.5, 0.25, 1e-30, -0.75], [1.0, 1e-16, 1e-32]]:
    show('fsum', math.fsum, l)
def isclose(*a, **k):
    try: print('isclose', a, k, math.isclose(*a, **k))
    except Exception as e: print('isclose', a, k, type(e).__name__, e)
isclose(1, 1.0000000001)
isclose(1, 1.00000001)
isclose(1, 1.1, rel_tol=0.5)
isclose(0, 1e-10, abs_tol=1e-9)
isclose(inf, inf)
isclose(inf, 1)
isclose(1, 2, rel_tol=-1)
isclose(nan, nan)
seed = 12345
def random():
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
    return seed / 2**64
for i in range(300):
    x, y, z = random() * 20 - 10, random() * 1e3, random() * 1e-3
    print(math.hypot(x, y, z), math.dist((x, y), (z, x)), math.gamma(x), math.lgamma(y), math.lgamma(x), math.fsum([x, y, z]), math.remainder(y, x), math.fmod(y, x))
class F:
    def __float__(self): return 2.5
    def __floor__(self): return 'floor'
    def __ceil__(self): return 'ceil'
    def __trunc__(self): return 'trunc'
print(math.sqrt(F()), math.floor(F()), math.ceil(F()), math.trunc(F()))
