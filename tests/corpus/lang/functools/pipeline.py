"""A small query language built from partial, reduce, cmp_to_key, total_ordering and caches."""
import operator
from functools import cache, cmp_to_key, lru_cache, partial, partialmethod, reduce, total_ordering

ROWS = [dict(zip(('name', 'town', 'age', 'score'), row)) for row in
        [('Ann', 'Ulm', 31, 7.5), ('Bob', 'Bonn', 25, 9.0), ('Cid', 'Ulm', 25, 6.25), ('Dot', 'Bonn', 40, None), ('Eve', 'Kiel', 31, 8.0)]]


def compose(*functions):
    return reduce(lambda f, g: lambda x: g(f(x)), functions, lambda x: x)


def where(test, rows):
    return [row for row in rows if test(row)]


def order(compare, rows):
    return sorted(rows, key=cmp_to_key(compare))


def column(name, rows):
    return [row[name] for row in rows]


def by(*names):
    """-name for the other direction; None is last always."""
    def compare(a, b):
        for name in names:
            sign, key = (-1, name[1:]) if name[0] == '-' else (1, name)
            left, right = a[key], b[key]
            if left == right:
                continue
            if left is None or right is None:
                return 1 if left is None else -1
            return sign if left > right else -sign
        return 0
    return compare


names = partial(column, 'name')
print(compose(partial(order, by('town', '-age')), names)(ROWS))
print(compose(partial(order, by('-score')), names)(ROWS), compose(partial(order, by('score')), names)(ROWS))
print(compose(partial(where, lambda row: row['age'] < 35), partial(order, by('-age', 'name')), partial(map, operator.itemgetter('name', 'age')), list)(ROWS))
print(reduce(lambda groups, row: {**groups, row['town']: groups.get(row['town'], ()) + (row['name'],)}, ROWS, {}))


@total_ordering
class Money:
    def __init__(self, cents):
        self.cents = cents

    def __eq__(self, other):
        return self.cents == other.cents if isinstance(other, Money) else NotImplemented

    def __lt__(self, other):
        return self.cents < other.cents if isinstance(other, Money) else NotImplemented

    def __repr__(self):
        return f'{self.cents / 100:.2f}'

    def scale(self, factor, digits=0):
        return Money(round(self.cents * factor, digits))

    double = partialmethod(scale, 2)
    half = partialmethod(scale, factor=0.5)


wallet = [Money(250), Money(99), Money(1000)]
print(sorted(wallet), max(wallet), Money(1) >= Money(1), Money(2) > Money(3), Money(5) <= Money(4), Money(250).double(), Money(99).half(), Money(7).half(digits=1))
for wrong in lambda: Money(1) >= 5, lambda: reduce(operator.add, []), lambda: sorted([1, 'a'], key=cmp_to_key(lambda a, b: a - b)), lambda: cmp_to_key(5)(1) < cmp_to_key(5)(2), lambda: total_ordering(type('None_', (), {})):
    try:
        print(wrong())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


@lru_cache(maxsize=3, typed=True)
def area(shape, *sides, unit=''):
    calls.append((shape, sides))
    return f'{reduce(operator.mul, sides, 1)}{unit}'


calls = []
for arguments in ('box', 2, 3), ('box', 2.0, 3), ('box', 2, 3), ('cube', 2, 2, 2), ('dot',), ('box', 2, 3):
    area(*arguments)
print(len(calls), area.cache_info(), area('dot', unit='m'), area.cache_parameters(), area.cache_clear(), area.cache_info().currsize)


@cache
def ways(amount, coins=(50, 20, 10, 5, 2, 1)):
    if amount == 0:
        return 1
    if amount < 0 or not coins:
        return 0
    return ways(amount - coins[0], coins) + ways(amount, coins[1:])


print(ways(100), ways.cache_info().hits > 0, ways.cache_info().maxsize, partial(partial(print, 1, sep='-'), 2, end='!\n')(3), partial(max, key=len)('a', 'bbb', 'cc'))
