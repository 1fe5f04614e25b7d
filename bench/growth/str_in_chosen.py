"""Searches n times the letter a for n / 10 of them before a b: chosen against a plain search."""

import timing


def work(_):
    needle in text


n = timing.size()
text = "a" * n
needle = "a" * (n // 10) + "b"
timing.report(1, work)
