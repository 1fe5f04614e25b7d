"""The methods of frozenset beside its operators: any iterables as arguments, results' types, refusals."""


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


def show(s):
    return f'{type(s).__name__}({sorted(s)})'


evens = frozenset(range(0, 12, 2))
print(show(evens.intersection([2, 3, 4], (4, 2, 2), {2: 'a', 4: 'b', 5: 'c'})))
print(show(evens.intersection()), evens.intersection() is evens, frozenset.intersection(evens, iter('')) == frozenset())
print(show(evens.union('ab'[:0], [1], range(3))), show(evens.difference(range(5), [10])))
print(show(evens.symmetric_difference([0, 1, 0, 1])), evens.copy() is evens, evens.union() == evens)
print(evens.isdisjoint([1, 3, 5]), evens.isdisjoint(x for x in (1, 2)), evens.isdisjoint(()), evens.isdisjoint({'a': 1}))
print(evens.issubset(range(11)), evens.issubset(range(10)), evens.issuperset([]), evens.issuperset([0, 0, 2]), evens.issuperset([1]))


class Named(frozenset):
    pass


n = Named('abc')
print(show(n.union('d')), show(n.intersection('ab')), show(n | {'d'}), show({'d'} | n), show(n.copy()))
print(n == frozenset('abc'), hash(n) == hash(frozenset('cba')), n in {frozenset('abc')}, {1} == frozenset([1]))
counted = []


class Watch:
    def __init__(self, items):
        self.items = items

    def __iter__(self):
        for item in self.items:
            counted.append(item)
            yield item


print(evens.isdisjoint(Watch([1, 2, 3, 4])), counted)
counted.clear()
print(evens.issuperset(Watch([0, 1, 2])), counted)
mutable = {1, 2, 3, 4}
mutable.intersection_update([2, 3, 9], range(3))
print(mutable, mutable.intersection_update(), mutable)
print(attempt(evens.intersection, 5), '|', attempt(evens.intersection, [[]]), '|', attempt(evens.isdisjoint), '|', attempt(evens.isdisjoint, 1))
print(attempt(evens.issubset, None), '|', attempt(evens.issuperset, 3), '|', attempt(evens.issubset, [], []), '|', attempt(frozenset.issuperset, {1}, [1]))
print(attempt(lambda: evens & [2]), '|', attempt(lambda: evens <= [2]), '|', attempt(lambda: evens.add(1)), '|', attempt(evens.union, [1], 2))
print(attempt(mutable.intersection_update, [1], 5), '|', attempt(mutable.intersection_update, [{}]), mutable)
print(attempt(frozenset, 1, 2), '|', attempt(frozenset, 5), '|', attempt(frozenset, a=1), '|', attempt(frozenset.isdisjoint, [1], [2]))
