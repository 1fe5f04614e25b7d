"""Lists of lists: the product of two square matrices of floats."""

import sys


def made(size, seed):
    matrix = []
    state = seed
    for _ in range(size):
        row = []
        for _ in range(size):
            state = (state * 1103 + 12345) % 65537
            row.append(state / 65537 - 0.5)
        matrix.append(row)
    return matrix


def product(left, right):
    size = len(left)
    result = []
    for i in range(size):
        row = left[i]
        line = []
        for j in range(size):
            total = 0.0
            for k in range(size):
                total += row[k] * right[k][j]
            line.append(total)
        result.append(line)
    return result


def run(size):
    result = product(made(size, 1), made(size, 2))
    total = 0.0
    for i, row in enumerate(result):
        total += row[i] + row[size - 1 - i] * 0.5
    return total


print("%.9f" % run(int(sys.argv[1]) if len(sys.argv) > 1 else 300))
