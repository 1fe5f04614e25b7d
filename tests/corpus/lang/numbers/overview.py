# The tower of numbers.
import numbers
from numbers import Complex, Integral, Number, Rational, Real

for value in (1, True, 1.5, 1j, 'a', None):
    print(repr(value), [each.__name__ for each in (Number, Complex, Real, Rational, Integral) if isinstance(value, each)])
print(numbers.__all__, Integral.__mro__)
for each in (Number, Complex, Real, Rational, Integral):
    print(each, sorted(each.__abstractmethods__))


def attempt(f, *args, **kwargs):
    try:
        print('ok', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


for each in (Complex, Real, Rational, Integral):
    attempt(each)
attempt(lambda: type(Number()).__name__)
attempt(hash, Number())


def both(name):
    return {f'__{name}__': lambda a, b: Small(getattr(int, f'__{name}__')(a.n, getattr(b, 'n', b))),
            f'__r{name}__': lambda a, b: Small(getattr(int, f'__{name}__')(b, a.n))}


space = {}
for name in ('add', 'mul', 'floordiv', 'mod', 'lshift', 'rshift', 'and', 'or', 'xor', 'truediv'):
    space |= both(name)
for name in ('neg', 'pos', 'abs', 'invert', 'trunc', 'floor', 'ceil'):
    space[f'__{name}__'] = lambda a, name=name: Small(getattr(int, f'__{name}__')(a.n))


class Small(type('Base', (Integral,), space)):
    def __init__(self, n):
        self.n = n

    def __int__(self):
        return self.n

    def __eq__(self, other):
        return self.n == getattr(other, 'n', other)

    def __lt__(self, other):
        return self.n < getattr(other, 'n', other)

    def __le__(self, other):
        return self.n <= getattr(other, 'n', other)

    def __pow__(self, exponent, modulus=None):
        return Small(pow(self.n, exponent, modulus))

    def __rpow__(self, base):
        return Small(base ** self.n)

    def __round__(self, ndigits=None):
        return round(self.n, ndigits)

    def __repr__(self):
        return f'Small({self.n})'


a, b = Small(7), Small(2)
print(a + b, a - b, 10 - a, a * b, a // b, a % b, divmod(a, b), divmod(20, a), -a, +a, abs(Small(-3)), ~a)
print(a << 1, 1 << b, a & 3, a | 8, a ^ 1, a ** 2, 2 ** b, pow(a, 2, 5))
print(a.real, a.imag, a.numerator, a.denominator, a.conjugate(), bool(a), bool(Small(0)))
print(float(a), complex(a), int(a), [1, 2, 3][b], 'abc'[b], range(a), hex(a))
print(a == 7, a < 8, a >= 7, a != b, sum([a, b], Small(0)))
