"""Recursion in many forms: mutual, through special methods, generators, closures, data; and where it ends."""
import functools
import sys


def attempt(function, *args):
    try:
        return function(*args)
    except RecursionError as error:
        return str(error)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


def even(n):
    return n == 0 or odd(n - 1)


def odd(n):
    return n != 0 and even(n - 1)


def ackermann(m, n):
    return n + 1 if m == 0 else ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))


def hanoi(n, a='A', b='B', c='C'):
    return [] if n == 0 else hanoi(n - 1, a, c, b) + [a + c] + hanoi(n - 1, b, a, c)


def permutations(items):
    if not items:
        yield ()
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield (item, *rest)


def flatten(tree):
    if isinstance(tree, (list, tuple)):
        for branch in tree:
            yield from flatten(branch)
    else:
        yield tree


def partitions(n, most=None):
    if n == 0:
        return [[]]
    return [[first] + rest for first in range(min(n, most or n), 0, -1) for rest in partitions(n - first, first)]


def queens(n, placed=()):
    if len(placed) == n:
        return 1
    return sum(queens(n, placed + (column,)) for column in range(n) if all(column != c and abs(column - c) != len(placed) - r for r, c in enumerate(placed)))


class Tree:
    def __init__(self, value, *children):
        self.value, self.children = value, children

    def __iter__(self):
        yield self.value
        for child in self.children:
            yield from child

    def __len__(self):
        return 1 + sum(map(len, self.children))

    def __contains__(self, value):
        return value == self.value or any(value in child for child in self.children)

    def __repr__(self):
        return f'{self.value}' + (f'({", ".join(map(repr, self.children))})' if self.children else '')

    def __eq__(self, other):
        return isinstance(other, Tree) and self.value == other.value and self.children == other.children

    def __getitem__(self, path):
        return self.value if not path else self.children[path[0]][path[1:]]


print(even(100), odd(7), ackermann(2, 3), ''.join(hanoi(3)), [''.join(p) for p in permutations('abc')], list(flatten([1, (2, [3, [[4]]], [])])), len(partitions(9)), partitions(4), queens(6))
tree = Tree(1, Tree(2, Tree(3)), Tree(4))
print(tree, list(tree), len(tree), 3 in tree, 9 in tree, tree == Tree(1, Tree(2, Tree(3)), Tree(4)), tree[0, 0], attempt(lambda: tree[0, 5]))
Y = lambda f: (lambda x: x(x))(lambda x: f(lambda *args: x(x)(*args)))
print(Y(lambda self: lambda n: 1 if n < 2 else n * self(n - 1))(20), functools.reduce(lambda f, _: lambda x: f(x) + 1, range(50), lambda x: x)(0))


def forever(n=0):
    return forever(n + 1) + 1


class Endless:
    def __getattr__(self, name):
        return getattr(self, name + 'x')

    def __eq__(self, other):
        return self == other

    def __repr__(self):
        return f'{self!r}'

    def __len__(self):
        return len(self)

    def __call__(self):
        return self()

    def __iter__(self):
        yield from self

    def __hash__(self):
        return hash((self,))


nested = current = []
for _ in range(30):
    current.append([])
    current = current[0]
current.append(nested)
e = Endless()
print(attempt(forever), '|', attempt(repr, nested)[:40], '|', attempt(lambda: nested == [nested]))
for action in lambda: e.a, lambda: e == 1, lambda: repr(e), lambda: len(e), e, lambda: list(e), lambda: hash(e):
    print(attempt(action).partition(' while')[0])
before = sys.getrecursionlimit()
depths = []


def measure(n):
    depths.append(n)
    measure(n + 1)


for limit in 200, 400:
    sys.setrecursionlimit(limit)
    depths.clear()
    attempt(measure, 0)
    print(limit, limit - 20 < depths[-1] < limit)
sys.setrecursionlimit(before)
print(attempt(sys.setrecursionlimit, 0), '|', attempt(sys.setrecursionlimit, 'x'), '|', attempt(lambda: even(before * 2))[:32])
