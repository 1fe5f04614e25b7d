"""Keeps n objects and allocates as many again, which are dropped at once.

Prints the longest time that 100 allocations took (a step of the collector is inside it, if one
was due) and the time of all; with a second argument `off` without a collector.
"""

import gc
import sys
import time


def run(n):
    clock = time.perf_counter
    longest = 0.0
    begin = clock()
    kept = [None] * n
    for base in range(0, n, 100):
        start = clock()
        for i in range(base, base + 100):
            kept[i] = [i]
        longest = max(longest, clock() - start)
    for _ in range(n // 100):
        start = clock()
        for i in range(100):
            item = [i]
        longest = max(longest, clock() - start)
    print(f"{longest:.9f} {clock() - begin:.9f}")


if sys.argv[2:] == ["off"]:
    gc.disable()
run(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
