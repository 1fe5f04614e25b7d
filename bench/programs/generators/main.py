"""Generators: a pipeline of three, a recursive walk, and one that is sent values."""

import sys


def numbers(count):
    state = 1
    for _ in range(count):
        state = (state * 1103 + 12345) % 65537
        yield state


def odd(source):
    for number in source:
        if number % 2:
            yield number


def scaled(source, factor):
    for number in source:
        yield number * factor % 1009


def walk(low, high):
    if low < high:
        middle = (low + high) // 2
        yield from walk(low, middle)
        yield middle
        yield from walk(middle + 1, high)


def running():
    total = 0
    while True:
        total = (total * 3 + (yield total)) % 1000003


def run(count):
    sums = running()
    next(sums)
    total = 0
    for number in scaled(odd(numbers(count)), 7):
        total = sums.send(number)
    for _ in range(10):
        for number in walk(0, count // 100):
            total = (total + number) % 1000003
    return total


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 5000000))
