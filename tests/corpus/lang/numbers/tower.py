"""The numeric tower: an own rational number and a ring of integers, registered and mixed."""
import math
from numbers import Complex, Integral, Number, Rational, Real


class Ratio(Rational):
    """An exact fraction: the abstract class supplies what is not written here."""

    def __init__(self, top, bottom=1):
        if bottom == 0:
            raise ZeroDivisionError(f"Ratio({top}, 0)")
        divisor = math.gcd(top, bottom) * (-1 if bottom < 0 else 1)
        self._top, self._bottom = top // divisor, bottom // divisor

    numerator = property(lambda self: self._top)
    denominator = property(lambda self: self._bottom)

    def _with(self, other, change):
        if isinstance(other, Rational):
            return change(self, other)
        return NotImplemented

    def __add__(self, other):
        return self._with(other, lambda a, b: Ratio(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator))

    def __mul__(self, other):
        return self._with(other, lambda a, b: Ratio(a.numerator * b.numerator, a.denominator * b.denominator))

    def __truediv__(self, other):
        return self._with(other, lambda a, b: Ratio(a.numerator * b.denominator, a.denominator * b.numerator))

    def __rtruediv__(self, other):
        return Ratio(other.numerator, other.denominator) / self

    def __floordiv__(self, other):
        return math.floor(self / other)

    def __rfloordiv__(self, other):
        return math.floor(other / self)

    def __mod__(self, other):
        return self + -(Ratio(1) * other * (self // other))

    def __rmod__(self, other):
        return Ratio(other) % self

    __radd__, __rmul__ = __add__, __mul__

    def __neg__(self):
        return Ratio(-self._top, self._bottom)

    def __pos__(self):
        return self

    def __abs__(self):
        return Ratio(abs(self._top), self._bottom)

    def __pow__(self, n):
        return Ratio(self._top ** n, self._bottom ** n) if n >= 0 else Ratio(self._bottom ** -n, self._top ** -n)

    def __rpow__(self, base):
        return base ** float(self)

    def __eq__(self, other):
        return isinstance(other, Rational) and (self._top, self._bottom) == (other.numerator, other.denominator)

    def __hash__(self):
        return hash((self._top, self._bottom)) if self._bottom > 1 else hash(self._top)

    def __lt__(self, other):
        return self._with(other, lambda a, b: a.numerator * b.denominator < b.numerator * a.denominator)

    def __le__(self, other):
        return self == other or self < other

    def __floor__(self):
        return self._top // self._bottom

    def __ceil__(self):
        return -(-self._top // self._bottom)

    def __trunc__(self):
        return -(-self._top // self._bottom) if self._top < 0 else self._top // self._bottom

    def __round__(self, digits=None):
        return math.floor(self + Ratio(1, 2)) if digits is None else Ratio(round(self * 10 ** digits), 10 ** digits)

    def __repr__(self):
        return f"{self._top}/{self._bottom}"


half, third = Ratio(1, 2), Ratio(2, -6)
print(half, third, half + third, half - third, half * 4, 1 - half, 3 / half, half / 2, half // third, Ratio(7, 2) % 2, 7 % Ratio(5, 2))
print(divmod(Ratio(7, 2), Ratio(2)), divmod(5, Ratio(3, 2)), half ** 3, half ** -2, 4 ** half, -half, abs(third), +half)
print(float(third), complex(half), bool(Ratio(0)), half.real, half.imag, half.conjugate(), math.floor(third), math.ceil(third), math.trunc(third), round(Ratio(7, 3), 2))
print(half == Ratio(2, 4), Ratio(4, 2) == 2, half < 1, 1 > half, sorted([half, third, Ratio(0), Ratio(1, 3)]), len({Ratio(2), 2, Ratio(4, 2)}))
print([isinstance(half, kind) for kind in (Number, Complex, Real, Rational, Integral)])
for thing in (1, True, 1.5, 1j, half, "1", None):
    print(thing, [kind.__name__ for kind in (Number, Complex, Real, Rational, Integral) if isinstance(thing, kind)])


class Tag:
    pass


Number.register(Tag)
print(isinstance(Tag(), Number), isinstance(Tag(), Complex))
try:
    Rational()
except TypeError as error:
    print(str(error)[:60])
for wrong in (lambda: Ratio(1, 0), lambda: half / 0, lambda: half + "1", lambda: half < "x", lambda: half + 0.5, lambda: Rational(5), lambda: Integral(),
              lambda: Real(), lambda: Complex(), lambda: Number() and 1 / 0, lambda: type("Part", (Real,), {})()):
    try:
        print(wrong())
    except (TypeError, ZeroDivisionError) as error:
        print(type(error).__name__, str(error)[:90])
