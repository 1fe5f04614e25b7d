"""Dicts whose last entries come and go: what is walked over stays what is there."""
import random

random.seed(7)


def check(size, steps):
    d = {}
    told = []
    for step in range(steps):
        kind = random.randrange(6)
        if kind < 2 or not d:
            d[random.randrange(size)] = step
        elif kind == 2:
            del d[random.choice(list(d))]
        elif kind == 3:
            for _ in range(random.randrange(len(d) + 1)):
                told.append(d.popitem())
        elif kind == 4:
            told.append(next(reversed(d)))
            told.append(next(iter(d)))
        else:
            told.append(sum(d.values()))
        assert list(reversed(d)) == list(d)[::-1]
        assert len(list(d)) == len(d)
    return hash(tuple(told)), list(d.items())[-3:]


for size in 3, 8, 9, 20, 200:
    print(size, check(size, 1000))

# It takes no longer than to fill it: nothing is walked over twice.
d = dict.fromkeys(range(3_000))
for i in range(0, 3_000, 3):
    del d[i]
while d:
    d.popitem()
print(d)
d = dict.fromkeys('abc')
try:
    while True:
        print(d.popitem(), end=' ')
except KeyError as e:
    print(e)
for i in range(10):
    d[i] = i
    d.popitem()
    d[i, i] = i
print(d)
