# Long runs: sums over thousands of numbers.
import random


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


r = random.Random(2024)
print(sum(r.getrandbits(32) for _ in range(5000)), "%.10f" % sum(r.random() for _ in range(5000)))
print(sum(r.randrange(1000) for _ in range(3000)), sum(r.randint(-10, 10) for _ in range(3000)))
deck = list(range(1000))
r.shuffle(deck)
print(deck[:10], sum(i * card for i, card in enumerate(deck)))
print(sum(r.sample(range(10**6), 500)), sum(r.choices(range(100), k=1000)))
counts = {}
for c in r.choices("abc", [1, 2, 7], k=2000):
    counts[c] = counts.get(c, 0) + 1
print(sorted(counts.items()))
print("%.8f" % (sum(r.gauss(0, 1) for _ in range(2000)) / 2000))
print("%.8f" % (sum(r.expovariate(2) for _ in range(1000)) / 1000))
big = r.getrandbits(20000)
print(big.bit_length(), big % 1000003, r.randbytes(1000)[-8:])
show(r.sample, range(10), 11)
