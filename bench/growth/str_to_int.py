"""Reads an int of n decimal digits."""

import sys

import timing


def work(_):
    int(text)


n = timing.size()
sys.set_int_max_str_digits(0)
text = ("1234567890" * (n // 10 + 1))[:n]
timing.report(1, work)
