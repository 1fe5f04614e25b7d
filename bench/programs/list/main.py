"""Lists: a sieve, appending, indexing and iteration."""

import sys


def sieve(limit):
    flags = []
    for i in range(limit + 1):
        flags.append(True)
    primes = []
    for i in range(2, limit + 1):
        if flags[i]:
            primes.append(i)
            j = i * i
            while j <= limit:
                flags[j] = False
                j += i
    total = 0
    for prime in primes:
        total = (total * 31 + prime) % 1000003
    return total


def run(limit):
    total = 0
    for turn in range(10):
        total = (total + sieve(limit + turn)) % 1000003
    return total


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 1200000))
