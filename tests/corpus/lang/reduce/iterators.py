# Iterators that are taken apart and put together again in the middle.
import copy


def shown(reduced):
    return [part.__name__ if callable(part) else part for part in reduced]


class Sequence:
    def __init__(self, items):
        self.items = items

    def __getitem__(self, index):
        return self.items[index]

    def __len__(self):
        return len(self.items)

    def __repr__(self):
        return f'Sequence({self.items})'


MAKERS = [
    lambda: iter([1, 2, 3]), lambda: iter((1, 2, 3)), lambda: iter('abc'), lambda: iter('aéü'),
    lambda: iter({1: 2, 3: 4}), lambda: iter({1: 2, 3: 4}.values()), lambda: iter({1: 2, 3: 4}.items()),
    lambda: reversed([1, 2, 3]), lambda: reversed({1: 2, 3: 4}), lambda: reversed((1, 2, 3)),
    lambda: iter(b'abc'), lambda: iter(bytearray(b'abc')), lambda: iter(Sequence([1, 2])),
    lambda: reversed(Sequence([1, 2])), lambda: iter({5}),
]
for make in MAKERS:
    iterator = make()
    print(type(iterator).__name__, shown(iterator.__reduce__()))
    next(iterator)
    print(shown(iterator.__reduce__()), end=' ')
    function, args, *state = iterator.__reduce__()
    again = function(*args)
    if state:
        again.__setstate__(state[0])
    copied = copy.copy(iterator)
    print(list(again), list(copied), list(iterator))
    print(shown(iterator.__reduce__()))

inner = iter([5, 6, 7])
for iterator in (enumerate(inner, 3), zip(inner, inner), zip(inner, strict=True), map(str, inner), filter(None, inner)):
    function, args, *state = iterator.__reduce__()
    print(function.__name__, [each is inner for each in args], state)
numbers = enumerate('ab', 10 ** 20)
next(numbers)
print(numbers.__reduce__()[1][1])
pairs = zip('abc', [1, 2, 3])
next(pairs)
print(list(copy.copy(pairs)))
mapped = map(lambda x: x * 2, [1, 2, 3])
next(mapped)
print(list(copy.deepcopy(mapped)))
calls = iter(list, [1])
print([part.__name__ if callable(part) else part for part in calls.__reduce__()[1]])
ranged = iter(range(0, 10, 3))
next(ranged)
again = copy.copy(ranged)
print(list(again), next(ranged))
ranged.__setstate__(2)
listed = iter([1, 2, 3, 4])
listed.__setstate__(2)
print(list(listed))
for state in (-5, 100):
    listed, backwards, text = iter([1, 2]), reversed([1, 2]), iter('éa')
    for iterator in (listed, backwards, text):
        iterator.__setstate__(state)
    print(list(listed), list(backwards), list(text))


def attempt(f, *args):
    try:
        print('ok', f(*args))
    except Exception as e:
        print(type(e).__name__, e)


attempt(iter([]).__setstate__, 'x')
attempt(copy.copy, (x for x in ()))
attempt(copy.copy, iter(memoryview(b'ab')))
attempt(copy.copy, {}.keys())

