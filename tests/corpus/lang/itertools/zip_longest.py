# zip_longest.
from itertools import count, islice, zip_longest


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print("ok", result if "object at" not in repr(result) else type(result).__name__)
    except Exception as e:
        print(type(e).__name__, e)


print(list(zip_longest('abc', [1])), list(zip_longest()), list(zip_longest('')), list(zip_longest([], [])), list(zip_longest('ab', 'c', 'def', fillvalue='-')))
print(list(zip_longest(*['x' * n for n in range(7)], fillvalue=0)))
print(list(islice(zip_longest(count(), 'ab'), 4)), list(zip_longest([1, 2], fillvalue=None)))
z = zip_longest([1], [2, 3])
print(next(z), next(z), next(z, 'end'), next(z, 'end'), iter(z) is z)


class Late:
    def __init__(self, n, error):
        self.n, self.error = n, error

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise self.error
        self.n -= 1
        return self.n


z = zip_longest(Late(1, StopIteration), Late(2, ValueError('late')), [7, 8, 9, 10])
print(next(z), next(z))
attempt(next, z)
attempt(next, z)
attempt(lambda: list(zip_longest(Late(2, KeyError('early')), [1])))
for args in ((1,), ([1], 2)):
    attempt(zip_longest, *args)
attempt(zip_longest, [1], foo=3)
attempt(zip_longest, [1], fillvalue=3, foo=3)
z = zip_longest('a', 'bc', fillvalue='f')
print(next(z), next(z))
kind, parts, fill = z.__reduce__()
print(kind is zip_longest, parts[0], list(parts[1]), fill)
z = zip_longest('a', 'bc')
z.__setstate__('new')
print(list(z), zip_longest().__reduce__()[1:])


class Both:
    """The second iterator ends while the first one is asked."""

    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n == 2:
            return next(z)
        if self.n > 3:
            raise StopIteration
        return self.n


z = zip_longest(Both(), [1, 2, 3, 4])
print(list(z))
