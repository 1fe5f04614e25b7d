"""Float arithmetic: the logistic map, and a sum of its steps."""

import sys


def run(count):
    x = 0.4
    y = 0.0
    total = 0.0
    for i in range(count):
        x = 3.75 * x * (1.0 - x)
        y = y * 0.5 + x
        if y > 1.25:
            total += y - 1.25
        else:
            total -= x * 0.125
    return total


print("%.9f" % run(int(sys.argv[1]) if len(sys.argv) > 1 else 14000000))
