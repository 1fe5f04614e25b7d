"""Raises an exception n frames deep and catches it at the top; the calls count, too."""

import sys

import timing


def deep(level):
    if level == 0:
        raise ValueError
    deep(level - 1)


def work(_):
    for _ in range(10):
        try:
            deep(n)
        except ValueError:
            pass


n = timing.size()
sys.setrecursionlimit(n + 100)
timing.report(10, work)
