# deque: errors, and changes at the wrong time.
from collections import deque
import copy


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print("ok", result if "object at" not in repr(result) else type(result).__name__)
    except Exception as e:
        print(type(e).__name__, e)


for args in ((1,), ([], -1), ([], 'a'), ([], 1.0), ([], 1, 2), (None,), ([], 2**70)):
    attempt(deque, *args)
attempt(deque, [], foo=1)
attempt(deque, iterable='ab', maxlen=1)
d = deque('abc')


def change(index):
    d[index] = 0


def delete(index):
    del d[index]


for index in (3, -4, 'a', 1.0, 2**70, None, slice(0, 1)):
    attempt(lambda: d[index])
    attempt(change, index)
    attempt(delete, index)
for name in ('append', 'appendleft', 'extend', 'extendleft', 'remove', 'index', 'count'):
    attempt(getattr(d, name))
    attempt(getattr(d, name), 1, 2, 3, 4)
for name in ('pop', 'popleft', 'clear', 'copy', 'reverse'):
    attempt(getattr(d, name), 1)
    attempt(getattr(deque, name))
    attempt(getattr(deque, name), [])
attempt(d.rotate, 1, 2)
attempt(d.rotate, 'a')
attempt(d.insert, 0)
attempt(d.insert, 'a', 0)
attempt(deque('ab', 2).insert, 0, 'x')
attempt(d.remove, 'z')
attempt(d.index, 'z')
attempt(d.index, 'a', 1)
attempt(d.index, 'a', 'b')
attempt(deque().pop)
attempt(deque().popleft)
attempt(d.extend, 5)
attempt(lambda: d + [1])
attempt(lambda: [1] + d)
attempt(lambda: d * 'a')
attempt(lambda: d < [1])
attempt(lambda: deque([1]) < deque(['a']))
attempt(hash, d)
attempt(setattr, d, 'x', 1)
attempt(setattr, d, 'maxlen', 1)
attempt(setattr, deque, 'x', 1)
for action in (d.pop, lambda: d.append(1), d.clear, lambda: d.rotate(1)):
    d = deque('abcd')
    it = iter(d)
    next(it)
    action()
    attempt(next, it)
    attempt(next, it)
d = deque('abc')
for x in d:
    d[0] = 'z'
print(d)


class Evil:
    def __init__(self, action):
        self.action = action

    def __eq__(self, other):
        self.action()
        return False


for name in ('count', 'index', 'remove', '__contains__'):
    d = deque([Evil(lambda: d.clear()), 2, 3])
    attempt(getattr(d, name), 3)
d = deque([1, Evil(lambda: 1 / 0)])
attempt(lambda: 2 in d)
d = deque([Evil(lambda: d.append(1)), 1])
attempt(lambda: d == deque([0, 1]))


def grow():
    for x in list(d):
        yield x
        d.append(x)


d = deque([1, 2])
d.extend(grow())
print(d)
it = iter(deque('abc'))
next(it)
kind = type(it)
print(kind.__name__, kind.__module__, it.__length_hint__(), it.__reduce__()[1][1], list(kind(deque('xyz'), 1)), list(type(reversed(deque()))(deque('xyz'), 1)))
attempt(kind, [])
attempt(kind)
attempt(type, 'Sub', (kind,), {})


class Sub(deque):
    def __init__(self, *args, tag='t', **kwargs):
        super().__init__(*args, **kwargs)
        self.tag = tag


s = Sub('ab', maxlen=4, tag='x')
print(s, s.tag, s.copy(), type(s + deque('c')).__name__, copy.copy(s).tag, copy.deepcopy(s) == s, s.__reduce__()[:3])


class Wrong(deque):
    def __new__(cls, *args):
        return deque.__new__(cls) if not args else 5


attempt(Wrong().__copy__)
attempt(lambda: Wrong() + deque())
match deque([1, 2, 3]):
    case [a, *rest]:
        print(a, rest)
print(deque.__doc__.split('\n')[0], deque[int], deque.__module__, deque.__hash__)
d = deque([1])
d.append(d)
print(d, repr(deque([d], 3)))
