# deque.
from collections import deque


def attempt(f, *args, **kwargs):
    try:
        print('ok', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


d = deque('ghi')
d.append('j')
d.appendleft('f')
print(d, d.pop(), d.popleft(), list(d), d[0], d[-1], list(reversed(d)), 'h' in d, len(d), d.maxlen)
d.extend('jkl')
d.rotate(1)
print(d)
d.rotate(-2)
d.extendleft('abc')
print(d)
for n in (0, 3, -3, 8, -8, 100, -101, 1, -1):
    d.rotate(n)
    print(n, ''.join(d))
d.reverse()
print(''.join(d), d.index('a'), d.count('k'), d.index('j', 2), d.copy() == d)
d[1] = 'X'
del d[0]
d.insert(2, 'Y')
d.insert(-1, 'Z')
d.insert(100, 'end')
d.insert(-100, 'start')
d.remove('X')
print(d)
m = deque(range(10), maxlen=3)
print(m, m.maxlen)
m.append(10)
m.appendleft(0)
m.extend([1, 2])
m.extendleft([7, 8])
print(m, m + deque([5]), m * 2, deque([1, 2]) * 3, 2 * deque([1]), deque([1]) * -1)
m += 'ab'
m *= 2
print(m, deque([1], 0), deque(maxlen=2), deque([1, 2], maxlen=None))
print(deque([1, 2]) < deque([1, 3]), deque([1]) == deque([1], 5), deque([1]) == [1], deque([2]) >= deque([1, 5]), deque() != deque(), deque([1]) > deque(), deque([1]) <= deque())
d.clear()
print(d, bool(d), d == deque())
d.extend([1, 2])
d.extend(d)
d.extendleft(d)
print(d)
d.append(d)
print(d)
queue, seen = deque([1]), []
while queue:
    n = queue.popleft()
    seen.append(n)
    queue.extend(k for k in (2 * n, 2 * n + 1) if k < 20)
print(seen)
long = deque()
total = 0
for n in range(3000):
    long.append(n)
    long.appendleft(-n)
    if n % 3 == 1:
        total += long.pop() - long.popleft() + long[n % len(long)]
print(total, len(long), sum(long), long[1000], long[-1000])


class Sub(deque):
    pass


s = Sub('ab', 5)
s.name = 'it'
print(s, s.copy(), type(s.copy()).__name__, s.__dict__, s + s)
it = iter(deque([1, 2, 3]))
print(it.__length_hint__(), next(it), it.__length_hint__())
attempt(deque().pop)
attempt(deque().popleft)
attempt(lambda: deque([1])[1])
attempt(lambda: deque([1])['a'])
attempt(lambda: deque([1])[0:1])
attempt(deque([1]).__setitem__, 5, 1)
attempt(deque([1]).__delitem__, -2)
attempt(deque([1]).remove, 2)
attempt(deque([1]).index, 2)
attempt(deque([1, 2]).index, 1, 1)
attempt(deque([1, 2], 2).insert, 0, 0)
attempt(deque, [1], -1)
attempt(deque, [1], 'a')
attempt(deque, 5)
attempt(deque().rotate, 'a')
attempt(lambda: deque() + [1])
attempt(lambda: deque() < [1])
attempt(hash, deque())
attempt(setattr, deque(), 'maxlen', 3)


def mutate(change):
    items = deque([1, 2, 3])
    for _ in items:
        change(items)


attempt(mutate, lambda items: items.append(4))
attempt(mutate, lambda items: items.popleft())
attempt(mutate, lambda items: items.__setitem__(0, 5))
attempt(mutate, lambda items: items.clear())
