"""Reads an attribute that stands in the last of n base classes, through instances of 2 classes."""

import timing


def work(objects):
    left, right = objects
    for _ in range(5000):
        left.wanted
        right.wanted


class Base:
    wanted = 1


def derived():
    kind = Base
    for level in range(n):
        kind = type(f"Level{level}", (kind,), {f"own{level}": level})
    return kind()


n = timing.size()
objects = derived(), derived()
timing.report(10000, work, lambda: objects)
