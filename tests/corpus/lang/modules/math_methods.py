import math
class F:
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __trunc__(self): return "trunc"
    def __float__(self): return 4.0
    def __round__(self, n=None): return ("round", n)
    def __index__(self): return 6
f = F()
print(math.floor(f), math.ceil(f), math.trunc(f), math.sqrt(f), round(f), round(f, 2), math.gcd(f, 4), math.factorial(f))
from math import sqrt as root, pi
print(root(9), round(pi, 4), math.sqrt is root, math.__name__, type(math).__name__)
math.answer = 42
import math as m2
print(m2.answer, m2 is math)
