# chain and accumulate.
from itertools import accumulate, chain, count, islice
import operator


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print("ok", result if "object at" not in repr(result) else type(result).__name__)
    except Exception as e:
        print(type(e).__name__, e)


print(list(chain('ab', [1], (2, 3), {4: 5}, range(2))), list(chain()), list(chain([], '', ())))
print(list(chain.from_iterable(['ab', 'cd'])), list(chain.from_iterable([])), list(islice(chain.from_iterable(map(range, count())), 8)))
c = chain([1], [2])
print(next(c), list(c), list(c), iter(c) is c, next(c, 'end'))
c = chain([1], 5, [2])
print(next(c))
attempt(next, c)
attempt(next, c)
print(list(c))


def parts():
    yield [1, 2]
    yield []
    raise KeyError('parts')


c = chain.from_iterable(parts())
print(next(c), next(c))
attempt(next, c)
attempt(next, c)
attempt(chain, a=1)
attempt(chain.from_iterable)
attempt(chain.from_iterable, 1)
attempt(chain.from_iterable, [], [])
attempt(lambda: list(chain(1)))
attempt(lambda: list(chain.from_iterable([1])))
print(chain[int], chain.from_iterable.__name__)
print(list(chain(*[[i] for i in range(40)]))[::13])
c = chain([1, 2], [3])
print(c.__reduce__()[:2] == (chain, ()), list(c.__reduce__()[2][0]))
c = chain()
c.__setstate__((iter([[5], [6]]), iter([4])))
print(list(c))
for state in (1, (1,), (), (iter([]), 1), (iter([]), iter([]), 1)):
    attempt(chain().__setstate__, state)
print(list(accumulate([1, 2, 3, 4])), list(accumulate('abc')), list(accumulate([])), list(accumulate([1, 2, 3], operator.mul)))
print(list(accumulate([3, 1, 2], max)), list(accumulate([1, 2], initial=10)), list(accumulate([], initial='x')), list(accumulate([1, 2], None, initial=None)))
print(list(accumulate([1, 2, 3], lambda a, b: (a, b))), list(accumulate(iterable=[1, 2], func=operator.sub)))
print(list(accumulate([2**62, 2**62, 2**62])), list(accumulate([0.5, 0.25])), list(accumulate([[1], [2]])))
a = accumulate([1, 'a', 3])
print(next(a))
attempt(next, a)
print(list(a))
a = accumulate([5], initial=1)
a.__setstate__(100)
print(list(a))
a = accumulate([1, 2])
a.__setstate__(100)
print(list(a), accumulate([1]).__reduce__()[2], accumulate([None, 1], lambda a, b: a).__reduce__()[2])
for args in ((), (1,), ([1], 2, 3)):
    attempt(accumulate, *args)
attempt(accumulate, [1], foo=3)
attempt(lambda: list(accumulate([1, 2], 5)))
