"""Inserts n strings into a dict."""

import timing


def work(keys):
    table = {}
    for key in keys:
        table[key] = 1


n = timing.size()
timing.report(n, work, lambda: [f"key{i}" for i in range(n)])
