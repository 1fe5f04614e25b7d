"""A dict of ints: counted, looked up, deleted from, iterated."""

import sys


def run(count):
    seen = {}
    state = 1
    for i in range(count):
        state = (state * 16807) % 2147483647
        key = state % 200003
        if key in seen:
            seen[key] += i
        else:
            seen[key] = i
        if key % 3 == 0:
            del seen[key]
    total = len(seen)
    for key in range(200003):
        value = seen.get(key)
        if value is not None:
            total = (total * 31 + value) % 1000003
    sums = 0
    for key, value in seen.items():
        sums = (sums + key * (value % 1009)) % 1000003
    return total * 7 + sums


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 2000000))
