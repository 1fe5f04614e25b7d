"""64-bit integers: a linear congruential generator, hashed with FNV-1a."""

import sys

MASK = 0xFFFF_FFFF_FFFF_FFFF


def run(count):
    state = 88172645463325252
    digest = 14695981039346656037
    for _ in range(count):
        state = (state * 6364136223846793005 + 1442695040888963407) & MASK
        digest = ((digest ^ (state >> 56)) * 1099511628211) & MASK
    return digest


print(f"{run(int(sys.argv[1]) if len(sys.argv) > 1 else 7000000):016x}")
