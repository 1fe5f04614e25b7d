# Nothing is taken before it is asked for; errors come when they are due.
from itertools import *


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print("ok", result if "object at" not in repr(result) else type(result).__name__)
    except Exception as e:
        print(type(e).__name__, e)


class Source:
    def __init__(self, name, items):
        self.name, self.items = name, iter(items)

    def __iter__(self):
        print('iter', self.name)
        return self

    def __next__(self):
        item = next(self.items, None)
        if item is None:
            print('end', self.name)
            raise StopIteration
        print('next', self.name, item)
        return item


for make in (
    lambda: chain(Source('a', [1]), Source('b', [2])),
    lambda: chain.from_iterable(Source('parts', ['x', 'y'])),
    lambda: accumulate(Source('a', [1, 2])),
    lambda: compress(Source('data', 'ab'), Source('selectors', [1, 1])),
    lambda: dropwhile(lambda x: x < 2, Source('d', [1, 2])),
    lambda: takewhile(lambda x: x < 2, Source('t', [1, 2, 3])),
    lambda: filterfalse(lambda x: x < 2, Source('f', [1, 2])),
    lambda: starmap(max, Source('s', [(1, 2)])),
    lambda: islice(Source('i', [1, 2, 3]), 1, 2),
    lambda: pairwise(Source('p', [1, 2])),
    lambda: zip_longest(Source('one', [1]), Source('two', [2, 3])),
    lambda: cycle(Source("c", [])),
    lambda: tee(Source('tee', [1]))[0],
    lambda: groupby(Source('g', [1, 1, 2])),
    lambda: product(Source('l', [1]), Source('r', [2])),
    lambda: permutations(Source('p', [1, 2])),
    lambda: combinations(Source('c', [1, 2]), 1),
):
    it = make()
    print('made', type(it).__name__)
    print('first', type(next(it, None)).__name__)
    print('rest', len(list(it)))
attempt(lambda: next(chain(Source('x', [1]), 5)))
print(list(islice(filterfalse(lambda x: x % 3, count()), 4)), list(islice(accumulate(count(1)), 5)))
