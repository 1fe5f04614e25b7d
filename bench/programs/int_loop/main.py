"""Integer arithmetic and branches: Collatz steps, and a remainder per number."""

import sys


def run(count):
    total = 0
    for start in range(1, count + 1):
        n = start
        steps = 0
        while n != 1:
            if n % 2 == 0:
                n = n // 2
            else:
                n = 3 * n + 1
            steps += 1
        total = (total * 3 + steps) % 1000003
    return total


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 200000))
