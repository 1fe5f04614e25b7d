"""Inserts n ints into a dict whose hashes are all equal: multiples of 2**61 - 1."""

import timing


def work(keys):
    table = {}
    for key in keys:
        table[key] = 1


n = timing.size()
keys = [i * (2**61 - 1) for i in range(n)]
timing.report(n, work, lambda: keys)
