# Views of keys and items as sets; the results are sets.
d = {'a': 1, 'b': 2, 'c': 3}
e = {'b': 2, 'c': 4, 'd': 5}


def show(x):
    return type(x).__name__ + str(sorted(x, key=str))


k, l = d.keys(), e.keys()
print(show(k & l), show(k | l), show(k - l), show(k ^ l))
i, j = d.items(), e.items()
print(show(i & j), show(i | j), show(i - j), show(i ^ j))
for other in ({'a', 'z'}, frozenset('az'), ['a', 'z', 'a'], 'az', {'a': 0, 'z': 1}, iter('az'), l):
    if not hasattr(other, '__next__'):
        print(show(k & other), show(other & k), show(k | other), show(other | k))
        print(show(k - other), show(other - k), show(k ^ other), show(other ^ k))
    else:
        print(show(k & other))
s = {'a', 'q'}
s |= k
print(show(s))
s &= l
print(show(s))
s -= d.keys()
s ^= e.keys()
print(show(s))
v = d.keys()
v |= {'n'}
print(show(v), len(d))
print(k == {'a', 'b', 'c'}, {'a', 'b', 'c'} == k, k == frozenset('abc'), k != {'a'}, k == ['a', 'b', 'c'], k == d, k == l)
print(k < {'a', 'b', 'c', 'd'}, {'a'} < k, k >= {'a'}, k > frozenset(), k <= set('ab'), set('abc') >= k, set('abcd') > k)
print(i == {('a', 1), ('b', 2), ('c', 3)}, {('a', 1)} <= i, i >= {('a', 1), ('b', 9)}, i > {('a', 1)}, i == k)
print(d.keys() == dict(c=1, b=1, a=1).keys(), d.items() == dict(d).items(), d.items() != e.items(), {}.keys() == set())
print(k.isdisjoint(l), k.isdisjoint({'z'}), k.isdisjoint('xyz'), k.isdisjoint(['a']), i.isdisjoint(j), i.isdisjoint([('a', 2)]))
for other in (5, None):
    for name in ('__and__', '__or__', '__sub__', '__xor__', '__rand__', '__ror__', '__rsub__', '__rxor__', 'isdisjoint'):
        try:
            print(getattr(k, name)(other))
        except TypeError as error:
            print(name, error)
try:
    k | 5
except TypeError as error:
    print(error)
try:
    5 - k
except TypeError as error:
    print(error)
try:
    d.values() | {1}
except TypeError as error:
    print(error)
try:
    k < 5
except TypeError as error:
    print(error)
try:
    k & [[]]
except TypeError as error:
    print(error)
try:
    {1: []}.items() | set()
except TypeError as error:
    print(error)
print({1: []}.items() ^ {1: []}.items(), {1: [], 2: 3}.items() ^ {1: [], 2: 4}.items() == {(2, 3), (2, 4)})
print({1: []}.items() & {1: 2}.items(), (1, []) in {1: []}.items(), ({1}, 2) in {1: 2}.items() if False else 'skip')
try:
    {1: []}.items() ^ {1: [2]}.items()
except TypeError as error:
    print(error)
print(d.values() == d.values(), d.values() != {1}, hasattr(d.values(), 'isdisjoint'), hasattr(d.values(), '__and__'))


class S(set):
    pass


class F(frozenset):
    pass


print(show(S('a') | k), show(k | S('z')), show(F('a') & k), show(k - F('a')), k == S('abc'), S('abc') == k, k >= F('a'), F('a') <= k)
print(show(k.__or__([1])), show(k.__rsub__(['a', 'x'])), show(k.__rand__('a')), show(k.__rxor__({'a'})))
try:
    hash(k)
except TypeError as error:
    print(error)
