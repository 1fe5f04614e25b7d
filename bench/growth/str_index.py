"""Reads 10,000 scattered letters of a string of n letters, most of which are not ASCII."""

import timing


def work(_):
    place = 0
    for i in range(10000):
        place = (place + 7919) % n
        text[place]


n = timing.size()
text = "\u03b1\u03b2c\u20ac" * (n // 4 + 1)
timing.report(10000, work)
