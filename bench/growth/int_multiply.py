"""Multiplies two ints of n decimal digits."""

import timing


def work(_):
    left * right


n = timing.size()
left = 7 ** int(n / 0.845098) | 1
right = 3 ** int(n / 0.477121) | 1
timing.report(1, work)
