"""Lists and recursion: in how many ways N queens stand on boards of all sizes up to N, twice."""

import sys


def place(row, size, columns, rising, falling):
    if row == size:
        return 1
    found = 0
    for column in range(size):
        up = row + column
        down = row - column + size - 1
        if columns[column] and rising[up] and falling[down]:
            columns[column] = rising[up] = falling[down] = False
            found += place(row + 1, size, columns, rising, falling)
            columns[column] = rising[up] = falling[down] = True
    return found


def run(most):
    total = 0
    for _ in range(2):
        for size in range(1, most + 1):
            columns = [True] * size
            rising = [True] * (2 * size - 1)
            falling = [True] * (2 * size - 1)
            total = (total * 3 + place(0, size, columns, rising, falling)) % 1000003
    return total


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 12))
