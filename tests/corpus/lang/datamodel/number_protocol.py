"""A unit-carrying quantity class: every arithmetic, in-place and conversion hook of the numeric protocol."""
import math
import operator


class Quantity:
    __slots__ = ('value', 'unit')

    def __init__(self, value, unit=''):
        self.value, self.unit = value, unit

    def __repr__(self):
        return f'{self.value:g}{self.unit}' if isinstance(self.value, (int, float)) else f'{self.value}{self.unit}'

    def _same(self, other):
        if isinstance(other, Quantity):
            if other.unit != self.unit:
                raise ValueError(f'{self.unit or "none"} and {other.unit or "none"} do not mix')
            return other.value
        return other if not self.unit and isinstance(other, (int, float)) else NotImplemented

    def _additive(function):
        def method(self, other):
            value = self._same(other)
            return value if value is NotImplemented else Quantity(function(self.value, value), self.unit)

        def reflected(self, other):
            value = self._same(other)
            return value if value is NotImplemented else Quantity(function(value, self.value), self.unit)
        return method, reflected

    __add__, __radd__ = _additive(operator.add)
    __sub__, __rsub__ = _additive(operator.sub)
    __mod__, __rmod__ = _additive(operator.mod)

    def __mul__(self, other):
        if isinstance(other, Quantity):
            return Quantity(self.value * other.value, '·'.join(filter(None, (self.unit, other.unit))))
        return Quantity(self.value * other, self.unit) if isinstance(other, (int, float)) else NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, Quantity):
            return Quantity(self.value / other.value, '' if self.unit == other.unit else f'{self.unit}/{other.unit}')
        return NotImplemented if not isinstance(other, (int, float)) else Quantity(self.value / other, self.unit)

    def __divmod__(self, other):
        value = self._same(other)
        return value if value is NotImplemented else tuple(map(Quantity, divmod(self.value, value), ('', self.unit)))

    def __floordiv__(self, other):
        result = divmod(self, other)
        return result[0]

    def __pow__(self, exponent, modulus=None):
        return Quantity(pow(self.value, exponent, modulus), f'{self.unit}^{exponent}' if self.unit else '')

    def __rpow__(self, base, modulus=None):
        return f'{base} to the {self!r}' + (f' mod {modulus}' if modulus else '')

    def __iadd__(self, other):
        value = self._same(other)
        if value is NotImplemented:
            return value
        self.value += value
        return self

    def __lshift__(self, unit):
        return Quantity(self.value, unit)

    def __neg__(self):
        return Quantity(-self.value, self.unit)

    def __pos__(self):
        return self

    def __abs__(self):
        return Quantity(abs(self.value), self.unit)

    def __round__(self, digits=None):
        return Quantity(round(self.value, digits), self.unit)

    def __trunc__(self):
        return Quantity(math.trunc(self.value), self.unit)

    def __floor__(self):
        return Quantity(math.floor(self.value), self.unit)

    def __ceil__(self):
        return 'ceiling'

    def __float__(self):
        return float(self.value)

    def __int__(self):
        return int(self.value)

    def __complex__(self):
        return complex(self.value, 1)

    def __eq__(self, other):
        return isinstance(other, Quantity) and (self.value, self.unit) == (other.value, other.unit)


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


m, s, n = Quantity(5, 'm'), Quantity(2, 's'), Quantity(3)
same = m
m += Quantity(1, 'm')
print(m, same is m, m - Quantity(2, 'm'), m * s, m / s, m / Quantity(3, 'm'), 2 * m, m * 2.5, n + 1, 1 - n, 10 % n, n - 1, m ** 2, pow(n, 3, 5), 2 ** n, attempt(pow, 2, n, 5))
print(divmod(m, Quantity(4, 'm')), m // Quantity(4, 'm'), -m, +m is m, abs(Quantity(-1, 'kg')), round(Quantity(2.567, 'm'), 1), round(Quantity(2.5)), math.trunc(Quantity(2.9)), math.floor(Quantity(-0.5, 'x')), math.ceil(m))
print(float(m), int(Quantity(7.9)), complex(n), m << 'km', sum([n, n]), sum([m, m], Quantity(0, 'm')), math.sqrt(Quantity(16)), [Quantity(1) == Quantity(1), m != s, m == 6])
m *= 2
m -= Quantity(2, 'm')
m /= 4
m //= Quantity(1, 'm')
print(m, same)
for action in (lambda: m + s, lambda: s + 1, lambda: 1 + s, lambda: s / 'x', lambda: 'x' / s, lambda: s // 2, lambda: s @ s, lambda: 5 >> s, lambda: s & 1, lambda: ~s, lambda: s < s, lambda: [1] * s, lambda: range(s), lambda: [1][s], lambda: hash(s),
               lambda: s.__iadd__(5), lambda: operator.iadd(Quantity(1, 'a'), 5), lambda: sum([s, s]), lambda: round(s, 'x'), lambda: divmod(1, s), lambda: max(s, s), lambda: int(Quantity('x'))):
    print(attempt(action))
