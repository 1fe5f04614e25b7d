"""A matrix class over exact fractions of its own: every operator, slicing, elimination, determinants, errors."""
from itertools import permutations
from math import gcd, prod


class Ratio:
    __slots__ = ('n', 'd')

    def __new__(cls, n=0, d=1):
        if isinstance(n, Ratio):
            return n
        if d == 0:
            raise ZeroDivisionError(f'Ratio({n}, 0)')
        self = super().__new__(cls)
        common = gcd(n, d) * (1 if d > 0 else -1)
        self.n, self.d = n // common, d // common
        return self

    def __repr__(self):
        return str(self.n) if self.d == 1 else f'{self.n}/{self.d}'

    def _lift(function):
        def method(self, other):
            if not isinstance(other, (int, Ratio)):
                return NotImplemented
            return function(self, Ratio(other))
        return method, lambda self, other: method(Ratio(other), self) if isinstance(other, int) else NotImplemented

    __add__, __radd__ = _lift(lambda a, b: Ratio(a.n * b.d + b.n * a.d, a.d * b.d))
    __sub__, __rsub__ = _lift(lambda a, b: Ratio(a.n * b.d - b.n * a.d, a.d * b.d))
    __mul__, __rmul__ = _lift(lambda a, b: Ratio(a.n * b.n, a.d * b.d))
    __truediv__, __rtruediv__ = _lift(lambda a, b: Ratio(a.n * b.d, a.d * b.n))
    __eq__, _ = _lift(lambda a, b: (a.n, a.d) == (b.n, b.d))
    __lt__, __gt__ = _lift(lambda a, b: a.n * b.d < b.n * a.d)
    del _

    def __hash__(self):
        return hash(self.n) if self.d == 1 else hash((self.n, self.d))

    def __neg__(self):
        return Ratio(-self.n, self.d)

    def __bool__(self):
        return self.n != 0

    def __float__(self):
        return self.n / self.d

    def __pow__(self, exponent):
        return Ratio(self.n ** exponent, self.d ** exponent) if exponent >= 0 else 1 / self ** -exponent


class Matrix:
    def __init__(self, rows):
        self.rows = [[Ratio(x) for x in row] for row in rows]
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError(f'ragged rows: {[len(row) for row in self.rows]}')

    @classmethod
    def identity(cls, size):
        return cls([[int(i == j) for j in range(size)] for i in range(size)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0]) if self.rows else 0

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def __repr__(self):
        return '[' + ' | '.join(' '.join(map(repr, row)) for row in self.rows) + ']'

    def __format__(self, spec):
        return '[' + '; '.join(' '.join(format(float(x), spec) for x in row) for row in self.rows) + ']'

    def __getitem__(self, key):
        match key:
            case int(i):
                return Matrix([self.rows[i]])
            case slice() as rows:
                return Matrix(self.rows[rows])
            case (int(i), int(j)):
                return self.rows[i][j]
            case (rows, columns):
                rows, columns = (slice(one, one + 1 or None) if isinstance(one, int) else one for one in (rows, columns))
                return Matrix([row[columns] for row in self.rows[rows]])
        raise TypeError(f'bad index {key!r}')

    def __setitem__(self, key, value):
        i, j = key
        self.rows[i][j] = Ratio(value)

    def __iter__(self):
        return (x for row in self.rows for x in row)

    def __len__(self):
        return prod(self.shape)

    def __eq__(self, other):
        return self.rows == other.rows if isinstance(other, Matrix) else NotImplemented

    def __add__(self, other):
        if not isinstance(other, Matrix):
            return NotImplemented
        if self.shape != other.shape:
            raise ValueError(f'{self.shape} + {other.shape}')
        return Matrix([[a + b for a, b in zip(x, y)] for x, y in zip(self.rows, other.rows)])

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __mul__(self, factor):
        return Matrix([[x * factor for x in row] for row in self.rows]) if isinstance(factor, (int, Ratio)) else NotImplemented

    __rmul__ = __mul__

    def __matmul__(self, other):
        if not isinstance(other, Matrix):
            return NotImplemented
        if self.shape[1] != other.shape[0]:
            raise ValueError(f'{self.shape} @ {other.shape}')
        return Matrix([[sum((a * b for a, b in zip(row, column)), Ratio()) for column in other.T.rows] for row in self.rows])

    def __pow__(self, exponent):
        if exponent < 0:
            return (~self) ** -exponent
        result, base = Matrix.identity(len(self.rows)), self
        while exponent:
            if exponent & 1:
                result @= base
            base @= base
            exponent >>= 1
        return result

    def __or__(self, other):
        return Matrix([a + b for a, b in zip(self.rows, other.rows)])

    def reduced(self):
        rows, pivot = [row[:] for row in self.rows], 0
        for column in range(self.shape[1]):
            best = next((i for i in range(pivot, len(rows)) if rows[i][column]), None)
            if best is None:
                continue
            rows[pivot], rows[best] = rows[best], rows[pivot]
            rows[pivot] = [x / rows[pivot][column] for x in rows[pivot]]
            for i, row in enumerate(rows):
                if i != pivot and (factor := row[column]):
                    rows[i] = [a - factor * b for a, b in zip(row, rows[pivot])]
            pivot += 1
            if pivot == len(rows):
                break
        return Matrix(rows)

    def __invert__(self):
        size = self.shape[0]
        both = (self | Matrix.identity(size)).reduced()
        if both[:, :size] != Matrix.identity(size):
            raise ZeroDivisionError('singular matrix')
        return both[:, size:]

    def determinant(self):
        size = len(self.rows)
        return sum(((-1) ** sum(p[i] > p[j] for i in range(size) for j in range(i + 1, size)) * prod((self.rows[i][p[i]] for i in range(size)), start=Ratio(1)) for p in permutations(range(size))), Ratio())


a = Matrix([[2, 1, 0], [1, 3, 1], [0, 1, 4]])
b = Matrix([[1, 2], [3, 4], [5, 6]])
print(a, ~a, a @ ~a == Matrix.identity(3), a.determinant(), (~a).determinant(), a @ b, b.T @ b)
print(a ** 5, a ** -2 @ a ** 2 == a ** 0, a - a == a * 0, 2 * a + a == a * Ratio(3), -b, a * Ratio(1, 3))
print(a[1], a[1, 2], a[-1, -1], a[:2, 1:], a[:, 0], a[0, ::2], b[::-1], list(b), len(b), b.shape, f'{~a:.3f}')
print(Matrix([[1, 2, 3], [4, 5, 6], [7, 8, 9]]).reduced(), (Matrix([[2, 1], [1, 3]]) | Matrix([[3], [5]])).reduced()[:, 2])
a[0, 0] = Ratio(1, 2)
fib = Matrix([[1, 1], [1, 0]])
print(a, (fib ** 90)[0, 1], Ratio(6, -4), Ratio(1, 3) + 1, 1 - Ratio(1, 3), 2 / Ratio(4, 3), Ratio(2, 3) ** -2, Ratio(1, 2) == Ratio(2, 4), Ratio(4, 2) == 2, {Ratio(4, 2): 'x'}[2], sorted([Ratio(1, 2), Ratio(1, 3), 1, 0]), sum([Ratio(1, n) for n in range(1, 11)], Ratio()))
for wrong in (lambda: a @ b.T, lambda: a + b, lambda: ~Matrix([[1, 2], [2, 4]]), lambda: Matrix([[1], [1, 2]]), lambda: a @ 5, lambda: 5 @ a, lambda: a * 1.5, lambda: a + 1, lambda: a['x'], lambda: a[9], lambda: a[0, 9], lambda: Ratio(1, 0), lambda: Ratio(1) / 0, lambda: Ratio(1) + 1.5, lambda: Ratio(1) < 'a',
              lambda: Ratio(1.5), lambda: a.shape.__class__ and setattr(a, 'shape', 1), lambda: hash(a), lambda: Ratio(0) ** -1):
    try:
        print(wrong())
    except (ValueError, TypeError, ArithmeticError, LookupError, AttributeError) as error:
        print(type(error).__name__, error)
