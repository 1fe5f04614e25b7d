# Choosing, shuffling, sampling.
import random


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


r = random.Random(12)
print([r.choice("abcdef") for _ in range(10)], r.choice((1, 2, 3)), r.choice(range(10**12)))
print(r.choices("abc", k=8), r.choices([1, 2, 3], [5, 1, 1], k=8), r.choices("xy", cum_weights=[1, 10], k=8))
print(r.choices(range(5), weights=(0.5, 0, 0.25, 0, 0.25), k=6), r.choices("a"), r.choices([], k=0))
items = list(range(20))
r.shuffle(items)
print(items)
print(r.sample(range(100), 10), r.sample("abcdef", 6), r.sample(range(10**9), 8), r.sample([], 0))
print(r.sample(list(range(30)), 12), r.sample(["a", "b"], 4, counts=[3, 2]), r.sample(range(5), k=2))
print([r.randrange(10) for _ in range(5)], [r.randrange(5, 50, 7) for _ in range(5)])
print([r.randrange(10, -10, -3) for _ in range(5)], r.randrange(10**30), r.randrange(-10**30, 0))
print([r.randint(1, 6) for _ in range(10)], r.randint(5, 5), r.randint(-2**70, 2**70))
print(r.randbytes(9), r.randbytes(0))
random.seed("module")
print(random.choice([1, 2, 3]), random.choices("ab", k=3), random.sample(range(9), 3))
numbers = [1, 2, 3, 4]
random.shuffle(numbers)
print(numbers, random.randint(1, 9), random.randrange(5))
