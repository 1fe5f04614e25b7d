"""Lists: the sieve of Eratosthenes, over lists of flags, four times."""

import sys


def sieve(limit):
    flags = [True] * (limit + 1)
    flags[0] = flags[1] = False
    for i in range(2, int(limit ** 0.5) + 1):
        if flags[i]:
            for j in range(i * i, limit + 1, i):
                flags[j] = False
    total = 0
    for number, prime in enumerate(flags):
        if prime:
            total = (total * 31 + number) % 1000003
    return total


def run(limit):
    return sum(sieve(limit + turn) for turn in range(4))


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 4500000))
