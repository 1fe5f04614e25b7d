# Equality and the partial order of inclusion.
sets = [set(), frozenset(), {1}, frozenset([1]), {1, 2}, frozenset([1, 2]), {2, 3}]
for a in sets:
    print([''.join('01'[x] for x in (a == b, a != b, a < b, a <= b, a > b, a >= b)) for b in sets])
print({1} == 1, {1} != 1, {1} == [1], {1} == (1,), {} == set(), set() == frozenset(), {1: 2} == {1})
for other in (1, [1], 'a', None, {}):
    for op in ('<', '<=', '>', '>='):
        try:
            if op == '<':
                {1} < other
            elif op == '<=':
                frozenset() <= other
            elif op == '>':
                {1} > other
            else:
                other >= {1}
        except TypeError as e:
            print(e)
print({1}.__eq__(1), {1}.__lt__([2]), {1}.__eq__(frozenset([1])), frozenset().__ne__(set()), {1}.__ge__({1}), {1}.__gt__(5))
print({1, 2} == {2, 1}, {1.0} == {1}, {True} == {1}, {'a'} == {'b'})
print([{1}, {2}] == [{1}, {2}], ({1},) == (frozenset([1]),), {'a': {1}} == {'a': {1}})
print({frozenset([1])} == {frozenset([1])}, frozenset([frozenset()]) == {frozenset()})
print([{1}].index(frozenset([1])), [{2}].count({2}), {3} in [{3}])
nan = float('nan')
print({nan} == {nan}, nan in {nan})


class E:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        print('eq', self.n, getattr(other, 'n', other))
        return isinstance(other, E) and self.n == other.n

    def __hash__(self):
        return 1


x, y = E(1), E(1)
print({x} == {y}, {x} == {x}, {x} <= {y, }, {E(2)} == {E(3)})


class Any:
    def __eq__(self, other):
        return 'any eq'

    def __lt__(self, other):
        return 'any lt'

    def __gt__(self, other):
        return 'any gt'

    __hash__ = None


print({1} == Any(), Any() == {1}, {1} < Any(), {1} > Any())
try:
    {Any()}
except TypeError as e:
    print(e)
# Sets inside sets: a set is looked up as its frozenset.
s = {frozenset([1, 2]), frozenset()}
print({1, 2} in s, set() in s, {1} in s, {2, 1} in s)
s.remove({1, 2})
s.discard({5})
print(s)
try:
    s.remove({1, 2})
except KeyError as e:
    print(repr(e))
s.discard(set())
print(s)
try:
    s.add({1})
except TypeError as e:
    print(e)
try:
    print({1} in {1: 2})
except TypeError as e:
    print(e)
