import math

def show(what, *args, **kwargs):
    try:
        print(what, args, kwargs, repr(getattr(math, what)(*args, **kwargs)))
    except Exception as e:
        print(what, args, kwargs, type(e).__name__, e)

for n in [0, 1, 2, 5, 20, 21, 30, 100, -1, 1.5, 'x', True, 10**30]:
    show('factorial', n)
for n in [0, 5, 10, 100, 10**20, -1]:
    for k in [0, 1, 3, 7, 10, 99, 200, -1, 2.5]:
        show('comb', n, k)
        show('perm', n, k)
show('perm', 5)
show('perm', 5, None)
show('perm', -5)
show('comb', 10**30, 10**25)
show('perm', 10**30, 10**25)
for a in [(), (4,), (4, 6), (0, 0), (-4, 6), (2**70, 2**65 * 3), (12, 18, 27), (1.5,), ('x', 2)]:
    show('gcd', *a)
    show('lcm', *a)
for n in [0, 1, 2, 3, 4, 15, 16, 10**20, 10**41 + 7, 2**200 - 1, -1, 1.0]:
    show('isqrt', n)
for n in [0, -1, 1, 10, 10**18, 10**19, 10**308, 10**309, 10**400, -10**400, 2**1024, 2**5000, 3**3000]:
    show('log', n)
    show('log2', n)
    show('log10', n)
    show('sqrt', n)
show('log', 8, 2)
show('log', 10**400, 10)
show('log', 5, 1)
show('log', 5, 0)
show('log', 5, None)
show('floor', 10**30)
show('ceil', -10**30)
show('floor', 1e300)
show('ceil', 1e20 + 0.5)
show('trunc', 10**30)
show('prod', [])
show('prod', [1, 2, 3, 4])
show('prod', [2.0, 3])
show('prod', [1, 2], start=10)
show('prod', [[1]], start=2)
show('prod', 5)
show('prod', ['a', 3], start=1)
show('prod', range(1, 30))
class I:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
print(math.gcd(I(12), I(18)), math.factorial(I(6)), math.isqrt(I(17)), math.comb(I(6), I(2)))
