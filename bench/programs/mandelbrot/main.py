"""Floats: the Mandelbrot set, as steps until each point escapes."""

import sys

LIMIT = 50


def escape(cr, ci):
    zr = zi = 0.0
    for step in range(LIMIT):
        rr = zr * zr
        ii = zi * zi
        if rr + ii > 4.0:
            return step
        zi = 2.0 * zr * zi + ci
        zr = rr - ii + cr
    return LIMIT


def run(size):
    total = 0
    for y in range(size):
        ci = 2.0 * y / size - 1.0
        for x in range(size):
            cr = 2.0 * x / size - 1.5
            total = (total * 31 + escape(cr, ci)) % 1000003
    return total


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 800))
