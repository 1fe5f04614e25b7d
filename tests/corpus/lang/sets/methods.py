# The methods behind the operators take any iterables, and several.
def show(x):
    return type(x).__name__ + str(sorted(x))


for make in (set, frozenset):
    s = make([1, 2, 3, 4])
    print(show(s.union()), show(s.union([5])), show(s.union((6,), {7: 8}, range(9, 11))), s.union() is s)
    print(show(s.intersection()), show(s.intersection([1, 1, 9])), show(s.intersection({1, 2}, {2: 0}, (2, 3))))
    print(show(s.difference()), show(s.difference([1])), show(s.difference({1: 2}, range(3))), show(s.difference(s)))
    print(show(s.symmetric_difference([4, 5, 5])), show(s.symmetric_difference({1: 2, 9: 0})), show(s.symmetric_difference(s)))
    print(s.isdisjoint([5, 6]), s.isdisjoint({4}), s.isdisjoint(()), s.isdisjoint(s), make().isdisjoint(make()))
    print(s.issubset(range(10)), s.issubset({1, 2}), s.issubset([1, 2, 3, 4]), s.issubset(s), make().issubset(()))
    print(s.issuperset([1, 1]), s.issuperset({5}), s.issuperset(()), s.issuperset(s), s.issuperset('a'))
    print(show(s.intersection(x for x in (4, 5))), show(s.union(iter('a')) - make('a')))
    for name in ('union', 'intersection', 'difference', 'symmetric_difference', 'isdisjoint', 'issubset', 'issuperset'):
        for bad in (5, [[]], None):
            try:
                getattr(s, name)(bad)
                print('no error')
            except TypeError as e:
                print(name, e)
    try:
        s.difference([{1}, {2}])
    except TypeError as e:
        print(e)
s = {1, 2, 3, 4, 5}
print(s.intersection_update([1, 2, 3, 9]), sorted(s))
print(s.intersection_update({1, 2}, {2: 1}), s)
print(s.intersection_update(), s)
print(s.difference_update([2], [3]), s, s.difference_update(), s)
print(s.symmetric_difference_update([1, 2, 2]), sorted(s))
print(s.symmetric_difference_update({2: 3, 4: 5}), sorted(s))
print(s.symmetric_difference_update(s), s)
s = {1, 2}
s.difference_update(s)
print(s)
s = {1, 2}
s.update(s)
s.intersection_update(s)
print(sorted(s), s.issubset(s))
s.difference_update({frozenset([1])})
print(sorted(s))
for name in ('update', 'intersection_update', 'difference_update', 'symmetric_difference_update'):
    try:
        getattr(s, name)(7)
    except TypeError as e:
        print(name, e)
try:
    s.update([3], [[]], [4])
except TypeError as e:
    print(e, sorted(s))
big, small = set(range(100)), {5, 200}
print(show(small - big), len(big - small), show(small & big), len(big | small), len(big ^ small))
small.difference_update(big)
print(small)
keep = {1.0, 2.0}
print(keep & {1}, {1} & keep, {1} | {1.0}, {1.0}.intersection([1]), {1.0}.union([1]), sorted({2: 0}.keys() & keep))
