# Operators of complex numbers.
print(3j, 1+2j, -0j, complex(-0.0, 1), complex(1,-0.0), 1.5-2.5j, complex('nan'), complex('inf-infj'), complex(float('nan'), float('-inf')))
print(repr(-1j), [1e16j, 1e-5+1j, 100000+1e22j])
print((1+2j)*(3-4j), (1+2j)/(3-4j), (1+2j)+1, 1+(1+2j), 2.5-1j, 2*1j, 1/(1+1j), 10**20 + 1j)
print((1+2j)**2, (1+2j)**-2, (1+2j)**0.5, 2**1j, (1+2j)**(3+4j), 1j**2, 0j**0, 0j**2, (1.1+2.2j)**100, (1+1j)**101)
print((-8)**(1/3), (-8.0)**0.5, pow(-2, 0.5), (-1)**0.5)
print(abs(3+4j), abs(-3j), abs(complex('inf'), ), -(1+2j), +(1-2j), bool(0j), bool(1j), not 0j)

import math
for x in (1+2j, -1.5j, 2, 0.5, True, 10**30):
    for y in (1-1j, 3j, -2, 0.25):
        print(x + y, x - y, x * y, x / y, x == y, x != y)
        print(y + x, y - x, y * x, y / x)
for n in range(-4, 5):
    print((1.5-0.5j) ** n, 2 ** (n * 1j), (0.1+0.7j) ** (n / 2))
a = 1+1j
a += 1
a *= 2j
a -= 0.5
a /= 2
a **= 2
print(a)
print((-2) ** 0.5, (-8.0) ** (1 / 3), (-0.5) ** 1.5, pow(-1, 0.5))
print((1e200+1e200j) * (1e-200), complex(1e308, 1) / 1e-3 if 0 else 'ok')
print(sum([1j, 2, 3.5]), sum([1, 2], 1j), abs(5j), abs(-3-4j), math.hypot(3, 4) == abs(3+4j))
print({1j: 'a', 1+0j: 'b'}[1], hash(2+0j) == hash(2), len(dict.fromkeys([1, 1.0, 1+0j, True])))
