"""Takes numbers from the innermost of n generators that delegate with `yield from`."""

import timing


def chain(level):
    if level == 0:
        for i in range(1000):
            yield i
    else:
        yield from chain(level - 1)


def work(source):
    for _ in range(900):
        next(source)


def prepare():
    source = chain(n)
    for _ in range(10):
        next(source)
    return source


n = timing.size()
timing.report(900, work, prepare)
