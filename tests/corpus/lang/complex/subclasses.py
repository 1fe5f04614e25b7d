# Classes that derive from complex, __complex__, attributes.
z = 1+2j
try: z.real = 1
except AttributeError as x: print(x)
try: z.foo = 1
except AttributeError as x: print(x)
class C(complex):
    def __repr__(self): return 'C!'
    def __add__(self, o): return 'add'
    x = 1
c = C(1, 2)
print(c, c + 1, c * 2, c.real, c == 1+2j, hash(c) == hash(1+2j), type(c*2), complex(c), type(complex(c)), f"{c:.1f}", str(c), c.conjugate(), 1 + c)
class K:
    def __complex__(self): return 5+6j
print(complex(K()), complex(K(), 1))
class B:
    def __complex__(self): return 5
try: complex(B())
except TypeError as x: print(x)
class F:
    def __float__(self): return 2.5
    def __radd__(self, o): return ('radd', o)
print(complex(F()), complex(1, F()), 1j + F())
try: print(1j * F())
except TypeError as x: print(x)
class I:
    def __index__(self): return 7
print(complex(I()))
print(complex.__doc__)

print(issubclass(complex, object), complex.__mro__, complex.__name__, complex.__bases__)


class P(complex):
    def __new__(cls, r, phi=0):
        return super().__new__(cls, r, phi)

    def __eq__(self, other):
        return 'eq'

    __hash__ = None


p = P(3, 4)
print(p, abs(p), p.imag, p == 1, type(-p).__name__, type(p + p).__name__, isinstance(p, complex))
try:
    hash(p)
except TypeError as e:
    print(e)
p.extra = 5
print(p.extra, p.__dict__)
try:
    complex.__add__(5, 1)
except TypeError as e:
    print(e)
try:
    complex(1, 2, 3)
except TypeError as e:
    print(e)
try:
    complex(foo=1)
except TypeError as e:
    print(e)
