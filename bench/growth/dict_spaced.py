"""Inserts n ints into a dict whose low 32 bits are all 0, and looks them up: chosen against a
table that takes the low bits of a hash."""

import timing


def work(keys):
    table = {}
    for key in keys:
        table[key] = 1
    for key in keys:
        table[key] += 1


n = timing.size()
keys = [i << 32 for i in range(n)]
timing.report(2 * n, work, lambda: keys)
