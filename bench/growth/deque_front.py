"""Inserts n numbers at the front of a deque."""

from collections import deque

import timing


def work(_):
    items = deque()
    for i in range(n):
        items.appendleft(i)


n = timing.size()
timing.report(n, work)
