"""Matrices with exact fractions of integers and with floats: product, determinant, inverse, solve."""
import math
from operator import mul


class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("rows of different lengths")

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0]) if self.rows else 0

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    def __matmul__(self, other):
        if not isinstance(other, Matrix):
            return NotImplemented
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"cannot multiply {self.shape} by {other.shape}")
        columns = list(zip(*other.rows))
        return Matrix([[sum(map(mul, row, column)) for column in columns] for row in self.rows])

    def __imatmul__(self, other):
        self.rows = (self @ other).rows
        return self

    def __add__(self, other):
        return Matrix([[a + b for a, b in zip(r, s, strict=True)] for r, s in zip(self.rows, other.rows, strict=True)])

    def __mul__(self, factor):
        return Matrix([[a * factor for a in row] for row in self.rows])

    __rmul__ = __mul__

    def __pow__(self, n):
        result, base = Matrix.identity(self.shape[0]), self
        while n:
            if n & 1:
                result @= base
            base, n = base @ base, n >> 1
        return result

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __getitem__(self, key):
        i, j = key
        return Matrix([row[j] for row in self.rows[i]]) if isinstance(i, slice) and isinstance(j, slice) else self.rows[i][j]

    def transposed(self):
        return Matrix(zip(*self.rows))

    def determinant(self):
        """Bareiss: exact for integers."""
        rows, n, sign, last = [row[:] for row in self.rows], len(self.rows), 1, 1
        for k in range(n - 1):
            if not rows[k][k]:
                swap = next((i for i in range(k + 1, n) if rows[i][k]), None)
                if swap is None:
                    return 0
                rows[k], rows[swap], sign = rows[swap], rows[k], -sign
            for i in range(k + 1, n):
                for j in range(k + 1, n):
                    rows[i][j] = (rows[i][j] * rows[k][k] - rows[i][k] * rows[k][j]) // last
            last = rows[k][k]
        return sign * rows[-1][-1]

    def solve(self, right):
        rows = [[*map(float, row), float(value)] for row, value in zip(self.rows, right)]
        n = len(rows)
        for k in range(n):
            pivot = max(range(k, n), key=lambda i: abs(rows[i][k]))
            if not rows[pivot][k]:
                raise ZeroDivisionError("singular")
            rows[k], rows[pivot] = rows[pivot], rows[k]
            for i in range(n):
                if i != k:
                    factor = rows[i][k] / rows[k][k]
                    rows[i] = [a - factor * b for a, b in zip(rows[i], rows[k])]
        return [row[-1] / row[k] for k, row in enumerate(rows)]

    def __repr__(self):
        return f"Matrix({self.rows})"


m = Matrix([[1, 2], [3, 4]])
print(m @ m, m ** 10, m + m == 2 * m, m @ Matrix.identity(2) == m, m.determinant(), m[0, 1], m[:, 1:], m.transposed())
print((Matrix([[1, 1], [1, 0]]) ** 300)[0, 1])
hilbert = Matrix([[math.lcm(*range(1, 14)) // (i + j + 1) for j in range(6)] for i in range(6)])
print(hilbert.determinant(), Matrix([[0, 1], [1, 0]]).determinant(), Matrix([[1, 2], [2, 4]]).determinant())
print(Matrix([[10 ** 20, 1], [1, 10 ** 20]]).determinant(), [round(x, 9) for x in Matrix([[2, 1, -1], [-3, -1, 2], [-2, 1, 2]]).solve([8, -11, -3])])
m @= m
print(m, m.shape, Matrix([]).shape)
for wrong in (lambda: m @ Matrix([[1, 2, 3]]), lambda: m @ 2, lambda: Matrix([[1], [2, 3]]), lambda: Matrix([[1, 1], [1, 1]]).solve([1, 2]),
              lambda: m + Matrix([[1]]), lambda: m[5, 0], lambda: 2 @ m):
    try:
        print(wrong())
    except (ValueError, TypeError, ZeroDivisionError, IndexError) as error:
        print(type(error).__name__, error)
