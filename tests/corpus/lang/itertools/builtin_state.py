# Where built-in iterators stand: __reduce__ and __setstate__.
import copy


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print("ok", result if "object at" not in repr(result) else type(result).__name__)
    except Exception as e:
        print(type(e).__name__, e)


makers = {
    'list': lambda: iter([1, 2, 3]), 'reversed list': lambda: reversed([1, 2, 3]), 'tuple': lambda: iter((1, 2, 3)),
    'str': lambda: iter('aé€x'), 'ascii': lambda: iter('abc'), 'bytes': lambda: iter(b'abc'), 'bytearray': lambda: iter(bytearray(b'abc')),
    'range': lambda: iter(range(3, 10, 2)), 'long range': lambda: iter(range(2**70, 2**70 + 3)), 'dict': lambda: iter({1: 2, 3: 4}),
    'items': lambda: iter({1: 2, 3: 4}.items()), 'values': lambda: iter({1: 2, 3: 4}.values()), 'set': lambda: iter({5}),
    'enumerate': lambda: enumerate('abc', 5), 'zip': lambda: zip([1, 2, 3], 'xyz'), 'map': lambda: map(str, [1, 2, 3]),
    'filter': lambda: filter(None, [1, 0, 2]), 'reversed dict': lambda: reversed({1: 2, 3: 4}),
}
for name, make in makers.items():
    for skip in range(3):
        it = make()
        for _ in range(skip):
            next(it, None)
        again = copy.deepcopy(it)
        print(name, skip, list(again), list(it), it.__reduce__()[0].__name__)
for name in ('list', 'tuple', 'str', 'bytes', 'range', 'long range', 'reversed list'):
    for state in (2, 99, -5):
        it = makers[name]()
        it.__setstate__(state)
        print(name, state, list(it))
    if 'range' not in name:
        attempt(makers[name]().__setstate__, 'a')
print(iter([1]).__reduce__() == (iter, ([1],), 0), iter('ab').__reduce__(), iter((1,)).__reduce__(), iter(range(3)).__reduce__())
it = iter('ab')
list(it)
print(it.__reduce__(), enumerate([]).__reduce__()[1][1])
it = iter([])
list(it)
print(it.__reduce__())
z = zip([1], [2, 3], strict=True)
print(z.__reduce__()[2])
z = zip([1], [2, 3])
z.__setstate__(True)
attempt(lambda: list(z))


class Numbers(enumerate):
    def __next__(self):
        i, value = super().__next__()
        return i * 10, value


class Pairs(zip):
    extra = 'pairs'


class Words(map):
    pass


class Some(filter):
    def __init__(self, function, items, tag=None):
        self.tag = tag


print(list(Numbers('ab', 1)), [x for x in Numbers('c')], list(Pairs([1], [2])), Pairs().extra, list(Words(str, [1])), Some(None, [0, 1], tag='t').tag, list(Some(None, [0, 1])))
p = Pairs([1, 2], [3, 4])
p.mark = 'm'
print(p.mark, next(p), p.__reduce__()[0] is Pairs, isinstance(p, zip), list(p))
attempt(Some, None)
attempt(filter, None, [], tag=1)
