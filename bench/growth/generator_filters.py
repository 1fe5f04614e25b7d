"""Takes numbers through n generators, each of which loops over the one before."""

import timing


def through(source):
    for number in source:
        yield number


def work(source):
    for _ in range(900):
        next(source)


def prepare():
    source = iter(range(1000))
    for _ in range(n):
        source = through(source)
    for _ in range(10):
        next(source)
    return source


n = timing.size()
timing.report(900, work, prepare)
