# Classes derived from set and frozenset.
class S(set):
    pass


class F(frozenset):
    pass


print(S(), S([1]), F(), F([1]), repr(S('a')), str(F('b')), [S([2])], {F([3])})
print(type(S() | {1}).__name__, type({1} | S()).__name__, type(F() | {1}).__name__, type(frozenset() | F()).__name__)
print(type(S([1]) & {1}).__name__, type(S() - {1}).__name__, type(F() ^ {1}).__name__, type(S().copy()).__name__, type(F().copy()).__name__)
print(type(S().union()).__name__, type(F([1]).difference([1])).__name__, type(S().intersection()).__name__)
s = t = S([1])
s |= {2}
print(sorted(s), type(s).__name__, s is t)
s &= {2}
s -= {9}
s ^= {3}
print(sorted(s), type(s).__name__, s is t)
f = g = F([1])
f |= {2}
print(type(f).__name__, sorted(f), f is g)
print(S([1]) == {1}, {1} == S([1]), F([1]) == S([1]), S() < {1}, {1} > S(), F([1]) <= {1}, S([1]) != {1})
print(len(S('ab')), 1 in S([1]), bool(S()), sorted(S('ba')), isinstance(S(), set), isinstance(F(), set))
s = S()
s.name = 'x'
s.add(1)
print(s, s.name, s.pop(), s)
print(frozenset(F([1])), type(frozenset(F([1]))).__name__, F(frozenset([2])), set(S([3])))
print({1}.issubset(S([1, 2])), S([1]).issuperset(F([1])), S([1]).isdisjoint(F([1])))
print({1}.union(S([1])), {1, 2}.difference(F([1])), frozenset([1]).symmetric_difference(S([1])))


class Loud(set):
    def __init__(self, items=(), *, tag=None):
        super().__init__(items)
        self.tag = tag

    def add(self, item):
        print('add', item)
        super().add(item)

    def __contains__(self, item):
        return item == 'magic' or super().__contains__(item)

    def __or__(self, other):
        return 'or'

    def __ror__(self, other):
        return 'ror'

    def __eq__(self, other):
        return 'eq'

    def __len__(self):
        return 77

    def __repr__(self):
        return 'Loud!'


x = Loud([1], tag='t')
x.add(2)
print(x, x.tag, 'magic' in x, 1 in x, 5 in x, x | 1, {1} | x, [1] | x, x == 1, {1} == x, len(x), set.__len__(x))
print(set.__repr__(x) == 'Loud({1, 2})', sorted(set.__or__(x, {3})), set(x) == {1, 2}, x.tag)
try:
    hash(x)
except TypeError as e:
    print(e)
try:
    set.__init__(set(), 1, 2)
except TypeError as e:
    print(e)
set.update(x, [5])
print(sorted(x))


class New(frozenset):
    def __new__(cls, items, scale=1):
        return super().__new__(cls, (i * scale for i in items))

    def __init__(self, items, scale=1):
        self.scale = scale


n = New([1], scale=3)
print(n, n.scale, n | {1} == {1, 3}, hash(n) == hash(frozenset([3])), {n: 1}[frozenset([3])])


class Iter(set):
    def __iter__(self):
        return iter(['x'])


i = Iter([1])
print(list(i), i, set(i), {0} | i == {0, 1}, sorted([*i]), {*i})


class Slotted(set):
    __slots__ = ('a',)


z = Slotted([1])
z.a = 5
print(z, z.a)
try:
    class Both(set, frozenset):
        pass
except TypeError as e:
    print(e)
try:
    class Dual(set, dict):
        pass
except TypeError as e:
    print(e)
print(set.__mro__, S.__mro__, F.__bases__)
