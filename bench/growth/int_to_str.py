"""Writes an int of n decimal digits."""

import sys

import timing


def work(_):
    str(number)


n = timing.size()
sys.set_int_max_str_digits(0)
number = 7 ** int(n / 0.845098)
timing.report(1, work)
