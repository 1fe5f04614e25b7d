"""Looks n strings up in a dict of n."""

import timing


def work(keys):
    total = 0
    for key in keys:
        total += table[key]


n = timing.size()
table = {f"key{i}": i for i in range(n)}
keys = [f"key{i * 7919 % n}" for i in range(n)]
timing.report(n, work, lambda: keys)
