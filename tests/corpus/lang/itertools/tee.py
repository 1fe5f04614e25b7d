# tee: one iterator for several.
from itertools import count, islice, tee
import copy, weakref, gc


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print("ok", result if "object at" not in repr(result) else type(result).__name__)
    except Exception as e:
        print(type(e).__name__, e)


a, b = tee([1, 2, 3])
print(list(a), list(b), list(a))
a, b, c = tee('xy', 3)
print(next(a), next(a), next(b), list(c), list(b), list(a))
print(tee([], 0), len(tee([], 5)), [list(t) for t in tee(range(3), 4)])
a, b = tee(range(200))
print(sum(a), sum(islice(b, 100)), next(b), sum(b))
source = iter(range(5))
a, b = tee(source)
next(source)
print(next(a), list(b), list(a))
a, b = tee(count())
for n in range(150):
    next(a)
print(next(a), next(b), next(b))
c = copy.copy(a)
print(next(a), next(c), next(c), type(c).__name__, type(a).__module__)
d, e = tee(c, 2)
print(d is c, next(d), next(e))
kind = type(a)
print(list(kind('ab')), kind(kind('ab')) is not None, list(kind(iter('q'))))


class Reenter:
    def __init__(self):
        self.count = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.count += 1
        if self.count == 2:
            return next(self.other)
        return self.count


r = Reenter()
a, r.other = tee(r)
print(next(a))
attempt(next, a)


def broken():
    yield 1
    raise ValueError('broken')


a, b = tee(broken())
print(next(a))
attempt(next, a)
attempt(next, a)
print(next(b), next(b, 'end'))


class Copied:
    made = 0

    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration

    def __copy__(self):
        Copied.made += 1
        return self


x = Copied()
print([t is x for t in tee(x, 3)], Copied.made)
for args in ((), (1,), ([1], -1), ([1], 'a'), ([1], 1, 2), ([1], 2**70)):
    attempt(tee, *args)
attempt(tee, [1], n=3)
attempt(kind)
attempt(kind, 1)
attempt(type, 'Sub', (kind,), {})
a, b = tee('abc')
next(a)
made, nothing, state = a.__reduce__()
print(made is kind, nothing, state[1], type(state[0]).__name__, state[0].__reduce__()[1][1:])
f = made(())
f.__setstate__(state)
print(next(f), next(a))
for state in (1, (1,), (1, 2), (state[0], 58), (state[0], -1), (state[0], 'a')):
    attempt(f.__setstate__, state)
data = type(state[0]) if not isinstance(state[0], int) else None
a, b = tee('abc')
data = type(a.__reduce__()[2][0])
for args in ((), ([], [], 1), ([], (), None), ([], [1] * 60, None)):
    attempt(data, *args)
t = tee([1])[0]
ref = weakref.ref(t)
print(ref() is t)
