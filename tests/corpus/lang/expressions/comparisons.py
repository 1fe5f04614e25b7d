"""Comparison chains, identity and membership, sequences compared by items, mixed types, and results that are no bool."""


def attempt(function):
    try:
        return function()
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class Loud:
    def __init__(self, value):
        self.value = value

    def _compare(sign):
        def method(self, other):
            calls.append(f'{self.value}{sign}{getattr(other, "value", other)}')
            return eval(f'self.value {sign} other.value') if isinstance(other, Loud) else NotImplemented
        return method

    __lt__, __le__, __eq__, __ne__, __gt__, __ge__ = map(_compare, ('<', '<=', '==', '!=', '>', '>='))
    __hash__ = None


calls = []
a, b, c = Loud(1), Loud(2), Loud(3)
for text in 'a < b < c', 'a < c > b', 'c < b < a', 'a == a != b', 'not a < b', 'a < b == True', '(a < b) == True', 'a == 1', '1 == a', 'a != 1', '1 < a', 'a in [b, a]', 'a not in (c, b)', 'max(a, c, b).value', '[a, b] < [a, c]', '(a,) == (b,)', 'sorted([c, a, b])[0].value', 'a is a is not b', 'a < b and b < a or c > a':
    calls.clear()
    print(text, '=', attempt(lambda: eval(text)), calls)


class Vector:
    """Compares item by item, like arrays do."""

    def __init__(self, *items):
        self.items = items

    def __lt__(self, other):
        return Vector(*(x < other for x in self.items))

    def __gt__(self, other):
        return Vector(*(x > other for x in self.items))

    def __eq__(self, other):
        return Vector(*(x == other for x in self.items))

    def __bool__(self):
        raise ValueError('the truth of a vector is ambiguous')

    def __repr__(self):
        return f'V{self.items}'


v = Vector(1, 2, 3)
print(v < 2, 2 < v, v == 2, attempt(lambda: 1 < v < 3), '|', attempt(lambda: v in [v]), '|', attempt(lambda: 5 in [v]), '|', attempt(lambda: [v] == [Vector(1)]), '|', attempt(lambda: v != 2), '|', [v] == [v])
nan = float('nan')
print(nan == nan, nan != nan, nan < nan, [nan] == [nan], nan in [nan], (nan,) < (nan,), {nan: 1} == {nan: 1}, min(nan, 1) is nan, max(1, nan), sorted([3, nan, 1])[0], 0.0 == -0.0, float('inf') > 10 ** 400, -float('inf') < -10 ** 400)
print((1, 2) < (1, 2, 0), [] < [0], 'Z' < 'a', 'ab' < 'abc', '\uffff' < '\U00010000', b'a' < b'b', (1, 'a') < (2, 0), [1, [2, 3]] > [1, [2]], {1, 2} < {1, 2, 3}, {1} < {2}, {1} > {2}, {1: 2} == {1.0: 2.0}, range(3) == range(0, 3, 1), 1 == True, 1.0 == 1 == 1 + 0j)
for text in '1 < "a"', '[] < ()', '{} < {}', 'None < 1', '1j < 2', '(1, "a") < (1, 2)', '[1] < [None]', 'object() < object()', 'int < str', '{1} < [1]', 'range(1) < range(2)', 'b"a" < "a"', 'len < print', '... < 1', 'slice(1) < 1', '1 < 2 < "a"', '"a" in 5', '5 in "abc"', '5 in b"abc"', '300 in b"a"', 'None in {}', '[] in {1}', '[] in {}', '1 in None', '"" in ""', '"a" in b"a"', '1 in {1: 2}.values()', 'int in [int]', '3 in range(0, 10, 3)', '3.0 in range(4)', '"3" in range(4)':
    print(text, '->', attempt(lambda: eval(text)))


class OnlyLess:
    def __lt__(self, other):
        return 'less'


class Sub(OnlyLess):
    def __gt__(self, other):
        return 'sub greater'


print(OnlyLess() < OnlyLess(), OnlyLess() > OnlyLess(), attempt(lambda: OnlyLess() <= OnlyLess()), '|', OnlyLess() < Sub(), Sub() > OnlyLess(), Sub() < OnlyLess(), OnlyLess() > Sub(), attempt(lambda: OnlyLess() > 5), '|', 5 > OnlyLess())


class Contains:
    def __contains__(self, item):
        return {'yes': 5, 'no': []}.get(item, item)


class Iterates:
    def __iter__(self):
        return iter([1, nan, 'x'])


class Indexes:
    def __getitem__(self, index):
        print(f'  [{index}]', end='')
        return [10, 20][index]


print('yes' in Contains(), 'no' in Contains(), 0 in Contains(), attempt(lambda: v in Contains()), nan in Iterates(), 'y' not in Iterates(), 20 in Indexes(), 30 in Indexes(), attempt(lambda: 1 in type('N', (), {'__contains__': None, '__iter__': lambda s: iter([1])})()))
