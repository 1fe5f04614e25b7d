# product.
from itertools import count, islice, product


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print("ok", result if "object at" not in repr(result) else type(result).__name__)
    except Exception as e:
        print(type(e).__name__, e)


print(list(product('ab', [1, 2])), list(product()), list(product([])), list(product('ab', [])), list(product('ab')))
print(list(product('ab', repeat=2)), list(product('ab', repeat=0)), list(product([], repeat=0)), list(product(range(2), 'x', repeat=2)))
print(len(list(product(range(5), repeat=4))), list(product([0, 1], [2], (3, 4)))[-1], sum(a * b * c for a, b, c in product(range(5), repeat=3)))
p = product('ab', 'cd')
print(next(p), iter(p) is p, next(p), p.__reduce__()[1:], list(p), next(p, 'end'), p.__reduce__()[1:])
print(product('ab').__reduce__()[1:], product().__reduce__()[1:])
p = product('abc', 'de')
p.__setstate__((1, 0))
print(list(p))
p = product('abc', 'de')
p.__setstate__((99, -5))
print(list(p))
p = product('abc', [])
p.__setstate__((0, 0))
print(list(p))
for state in (1, (1,), ('a', 'b'), (1, 2, 3), (None, 0)):
    attempt(product('abc', 'de').__setstate__, state)
items = [1, 2]
p = product(items, repeat=2)
items.append(3)
print(len(list(p)))
for args in ((1,), ([1], 2)):
    attempt(product, *args)
for repeat in (-1, 'a', 1.5, 2**70, None):
    attempt(product, [1], repeat=repeat)
attempt(product, [1, 2], repeat=2**62)
attempt(product, [1], foo=1)


def broken():
    yield 1
    raise ValueError('broken')


attempt(product, 'ab', broken())
found = [t for t in product(range(3), repeat=3) if sum(t) == 3]
print(found, found == sorted(found))
a, b = islice(product([[]], repeat=2), 2) if False else (1, 2)
shared = []
print([x is shared for x in next(product([shared], [shared]))])
print(len(set(product(range(4), repeat=4))), len(list(product([0], repeat=50))[0]))
