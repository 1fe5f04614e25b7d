# A deque against a list: many operations, the same results.
from collections import deque


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print("ok", result if "object at" not in repr(result) else type(result).__name__)
    except Exception as e:
        print(type(e).__name__, e)


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 1103515245 + 12345) % 2**31
        return (self.state >> 8) % n


def check(d, items):
    assert list(d) == items, (list(d), items)
    assert len(d) == len(items) and bool(d) == bool(items)
    assert list(reversed(d)) == items[::-1]


for seed, most in ((1, None), (2, 5), (3, 16), (4, 1), (5, 0)):
    r = Random(seed)
    d, items = deque(maxlen=most), []

    def cut(left):
        if most is not None:
            while len(items) > most:
                items.pop(0 if left else -1)

    for step in range(600):
        action = r.below(14)
        n = r.below(100)
        if action in (0, 1):
            d.append(n)
            items.append(n)
            cut(True)
        elif action in (2, 3):
            d.appendleft(n)
            items.insert(0, n)
            cut(False)
        elif action == 4 and items:
            assert d.pop() == items.pop()
        elif action == 5 and items:
            assert d.popleft() == items.pop(0)
        elif action == 6:
            k = n - 50
            d.rotate(k)
            if items:
                k %= len(items)
                items[:] = items[-k:] + items[:-k] if k else items
        elif action == 7 and items:
            at = n % len(items)
            d[at] = n
            items[at] = n
            assert d[at - len(items)] == n
        elif action == 8 and items:
            at = n % len(items) - (n % 2) * len(items)
            del d[at]
            del items[at]
        elif action == 9 and (most is None or len(items) < most):
            at = n % (len(items) + 3) - 2
            d.insert(at, n)
            items.insert(at, n)
        elif action == 10:
            d.extend(range(n % 4))
            for x in range(n % 4):
                items.append(x)
                cut(True)
        elif action == 11:
            d.extendleft(range(n % 4))
            for x in range(n % 4):
                items.insert(0, x)
                cut(False)
        elif action == 12:
            d.reverse()
            items.reverse()
        elif action == 13 and items:
            value = items[n % len(items)]
            assert d.index(value) == items.index(value)
            assert d.count(value) == items.count(value)
            d.remove(value)
            items.remove(value)
        if step % 7 == 0:
            check(d, items)
    check(d, items)
    print(seed, most, len(items), sum(items), d.copy() == d, deque(items, most) == d)
