# The numbers that belong to a seed.
import random


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


seeds = (0, 1, -1, 42, 2**32, 2**64 + 5, -2**100, 10**50, True, 1.5, -0.25, 1e300, "", "a", "hello world",
         "\u20ac", b"", b"abc", bytearray(b"abc"))
for seed in seeds:
    r = random.Random(seed)
    print(repr(seed), r.random(), r.getrandbits(40), r.randrange(1000), r.randint(-5, 5))
for seed in ("", "a", "hello world", "\xe9", b"", b"abc", 5, 2.5):
    r = random.Random()
    r.seed(seed, version=1)
    print(repr(seed), r.random(), r.getrandbits(70))
random.seed(7)
print([random.random() for _ in range(3)], random.getrandbits(5), random.randbytes(5))
random.seed(a=7, version=2)
print(random.random())
a, b = random.Random(None), random.Random()
print(a.random() != b.random())
print([random.Random(3).getrandbits(k) for k in (0, 1, 31, 32, 33, 63, 64, 65, 127, 200)])
