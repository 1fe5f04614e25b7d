"""Closures: counters, adders and compositions that are made, passed on and called."""

import sys


def counter(step):
    value = 0

    def count():
        nonlocal value
        value = (value + step) % 1000003
        return value

    return count


def adder(amount):
    def add(number):
        return number + amount

    return add


def compose(first, second):
    return lambda number: second(first(number))


def apply(function, times, number):
    for _ in range(times):
        number = function(number)
    return number


def run(count):
    counters = [counter(step) for step in range(1, 8)]
    total = 0
    for i in range(count):
        function = compose(adder(i % 13), adder(3))
        total = (total + apply(function, 4, i) + counters[i % 7]()) % 1000003
    return total


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 1200000))
