# cycle.
from itertools import chain, cycle, islice


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print("ok", result if "object at" not in repr(result) else type(result).__name__)
    except Exception as e:
        print(type(e).__name__, e)


print(list(islice(cycle('abc'), 8)), list(cycle([])), list(islice(cycle(range(2)), 5)))


def numbers():
    print('begin')
    yield 1
    print('second')
    yield 2
    print('end')


c = cycle(numbers())
print([next(c) for _ in range(5)])
items = [1, 2]
c = cycle(items)
print(next(c), items.append(3), [next(c) for _ in range(6)])
it = iter('xyz')
next(it)
print(list(islice(cycle(it), 5)), list(it))
print(list(islice(chain('a', cycle('bc')), 6)), iter(c) is c)


class Broken:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        if self.n == 0:
            raise ValueError('broken')
        return self.n


c = cycle(Broken(3))
attempt(next, c)
attempt(next, c)
attempt(next, c)
attempt(next, c)
for args in ((), (1,), (1, 2)):
    attempt(cycle, *args)
attempt(cycle, iterable='a')
c = cycle('ab')
next(c)
state = c.__reduce__()
print(state[0] is cycle, state[2], list(state[1][0]))
c = cycle('ab')
c.__setstate__((['x', 'y'], 1))
print(list(islice(c, 6)))
c = cycle([])
c.__setstate__((['x', 'y'], True))
print(list(islice(c, 3)))
for state in (1, (1, 2), ([],), ([], 'a'), ([], 1, 2)):
    attempt(cycle('ab').__setstate__, state)
found = []
for each in cycle('ab'):
    found.append(each)
    if len(found) == 5:
        break
print(found)
