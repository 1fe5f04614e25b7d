"""Integer arithmetic: one product, one sum and one remainder per turn."""

import sys


def run(count):
    a = 1
    for i in range(count):
        a = (a * 17 + i) % 65521
    return a


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 24000000))
