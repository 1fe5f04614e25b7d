"""Searches a string of n letters for a word that is not in it."""

import timing


def work(_):
    "needle in hay" in text


n = timing.size()
text = ("the hay has no need of nails or needles, " * (n // 41 + 1))[:n]
timing.report(1, work)
