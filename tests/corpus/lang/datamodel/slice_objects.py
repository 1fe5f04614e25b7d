"""slice objects: indices for every sign, custom __index__, comparison, huge numbers, and use in own sequences."""


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class Says:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


values = [None, -9, -2, 0, 3, 9]
for step in None, 1, 2, -1, -3:
    print(step, [slice(start, stop, step).indices(5) for start in values for stop in (None, -3, 2, 99)][::3])
wrong = 0
for length in range(6):
    text = 'abcdef'[:length]
    for start in values:
        for stop in values:
            for step in None, -2, -1, 1, 3:
                s = slice(start, stop, step)
                wrong += text[s] != ''.join(text[i] for i in range(*s.indices(length)))
print('disagreements', wrong)
big = 10 ** 30
print(slice(-big, big, big).indices(7), slice(big, -big, -1).indices(3), slice(Says(1), Says(4)).indices(Says(3)))
print(attempt(slice(1).indices), '|', attempt(slice(1).indices, -1), '|', attempt(slice(1).indices, 'x'), '|', attempt(slice('a').indices, 3), '|', attempt(slice(0, 1, 0).indices, 3))
print(attempt(slice(None, 1.5).indices, 3), '|', attempt(slice.indices, 5, 3), '|', attempt(slice(Says('x')).indices, 3), '|', attempt(slice(1).indices, 1, 2), '|', attempt(slice.indices))
print(attempt(slice), '|', attempt(slice, 1, 2, 3, 4), '|', attempt(slice, stop=1), '|', attempt(setattr, slice(1), 'start', 2), '|', attempt(hash, slice(1)), '|', attempt(type, 'S', (slice,), {}))
s = slice([1], {}, 'x')
print(s, s.start, s.stop, s.step, s == slice([1], {}, 'x'), slice(1, 2) < slice(1, 3), slice(1) != slice(None, 1, None), attempt(lambda: slice(1) < slice('a')), '|', attempt(lambda: slice(1) < 5))
print(slice(1, 2).__reduce__(), slice(None) == slice(None, None), repr(slice(slice(1))))


class Spy:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print('set', key, value)

    def __delitem__(self, key):
        print('del', key)


spy = Spy()
print(spy[1:2], spy[:], spy[::], spy[1:2:3, ...], spy[:, None], spy[()], spy[1,], spy[:(n := 4)], spy[*(1, 2)], spy[1:2, *'ab'])
spy[1:] = 5
del spy[::2], spy['a':'b']


class Ring:
    def __init__(self, items):
        self.items = list(items)

    def __len__(self):
        return len(self.items)

    def __getitem__(self, key):
        match key:
            case slice(start=start, stop=stop, step=step):
                start, stop, step = start or 0, len(self) if stop is None else stop, step or 1
                return [self[i] for i in range(start, stop, step)]
            case int(i):
                return self.items[i % len(self)]
            case (int(row), slice() as rest):
                return row, self[rest]
        raise TypeError(f'no index: {key!r}')


ring = Ring('abc')
print(ring[7], ring[1:8], ring[-2:2], ring[::2], ring[1, 0:2], attempt(lambda: ring['x']), '|', attempt(lambda: ring[1:2, 3]))
