"""Appends n numbers to a list."""

import timing


def work(_):
    items = []
    for i in range(n):
        items.append(i)


n = timing.size()
timing.report(n, work)
