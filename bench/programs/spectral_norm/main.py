"""Floats and small functions: the spectral norm of an infinite matrix, by the power method."""

import math
import sys


def element(i, j):
    return 1.0 / ((i + j) * (i + j + 1) / 2 + i + 1)


def times(vector):
    result = []
    for i in range(len(vector)):
        total = 0.0
        for j, value in enumerate(vector):
            total += element(i, j) * value
        result.append(total)
    return result


def times_transposed(vector):
    result = []
    for i in range(len(vector)):
        total = 0.0
        for j, value in enumerate(vector):
            total += element(j, i) * value
        result.append(total)
    return result


def run(size):
    u = [1.0] * size
    v = u
    for _ in range(10):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    above = 0.0
    below = 0.0
    for a, b in zip(u, v):
        above += a * b
        below += b * b
    return math.sqrt(above / below)


print("%.9f" % run(int(sys.argv[1]) if len(sys.argv) > 1 else 450))
