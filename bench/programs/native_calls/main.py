"""Calls of functions that are native in every engine; reported apart from the other programs."""

import math
import sys


def run(count):
    total = 0
    floor = math.floor
    for i in range(count):
        total += abs(-i) + min(i, 7) + max(i, 5) + floor(i * 0.5)
        total %= 1000003
    return total


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 4000000))
