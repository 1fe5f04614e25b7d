"""Appends n letters to a string with += in a loop."""

import timing


def work(_):
    text = ""
    for i in range(n):
        text += "x"


n = timing.size()
timing.report(n, work)
