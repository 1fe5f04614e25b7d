"""The @ operator: precedence with *, associativity, reflection, subclasses first, and operator.matmul."""
import operator


class T:
    """Writes down how it was combined."""

    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text

    def _binary(sign):
        def method(self, other):
            if isinstance(other, T):
                return T(f'({self.text}{sign}{other.text})')
            return NotImplemented
        return method

    __matmul__, __mul__, __add__, __pow__, __mod__, __floordiv__ = map(_binary, ('@', '*', '+', '**', '%', '//'))

    def __neg__(self):
        return T(f'-{self.text}')


a, b, c, d = map(T, 'abcd')
print(a @ b @ c, a @ (b @ c), a * b @ c, a @ b * c, a + b @ c + d, -a @ b, a ** b @ c, a @ b ** c, a % b @ c // d)


class Left:
    def __matmul__(self, other):
        print('Left.__matmul__')
        return NotImplemented

    def __rmatmul__(self, other):
        print('Left.__rmatmul__')
        return 'left reflected'


class Below(Left):
    def __rmatmul__(self, other):
        print('Below.__rmatmul__')
        return 'below'


class Same(Left):
    pass


def attempt(function, *args):
    try:
        return function(*args)
    except TypeError as error:
        return f'TypeError: {error}'


print(Left() @ Below(), '|', Below() @ Left(), '|', Left() @ Same(), '|', attempt(operator.matmul, Left(), Left()), '|', 1 @ Left())
print(operator.matmul(a, b), operator.__matmul__(a, b), attempt(operator.matmul, 1, 2), '|', attempt(operator.matmul, [1], (2,)), '|', attempt(operator.matmul, a))


class Grows(list):
    def __imatmul__(self, other):
        self.append(other)
        return self


class Replaced(list):
    def __matmul__(self, other):
        return 'replaced by @'


g, r = Grows(), Replaced()
same = g
g @= 1
g @= g[:]
r @= 1
print(g, same is g, r, operator.imatmul(Grows([1]), 2), operator.imatmul(Replaced(), 2), attempt(operator.imatmul, 1, 2), '|', attempt(operator.imatmul, g))
holder = {'m': a}
holder['m'] @= b
holder['m'] @= c
print(holder)
try:
    holder['m'] @= 5
except TypeError as error:
    print(error, holder)


class Disabled(Left):
    __rmatmul__ = None
    __imatmul__ = None


x = Disabled()
print(attempt(lambda: Left() @ x), '|', attempt(lambda: 1 @ x), '|', attempt(operator.imatmul, x, 1))
