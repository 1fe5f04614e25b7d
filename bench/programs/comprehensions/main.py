"""Comprehensions: lists, dicts and sets, filtered and nested, and sums of generator expressions."""

import sys


def run(count):
    total = 0
    for turn in range(count):
        numbers = [(i * 7919 + turn) % 1009 for i in range(200)]
        odd = [number for number in numbers if number % 2]
        places = {number: place for place, number in enumerate(numbers)}
        kinds = {number % 17 for number in odd}
        table = [[row * column for column in range(8)] for row in range(8)]
        flat = [cell for row in table for cell in row if cell > 10]
        total = (total + sum(number * 3 for number in odd) + len(kinds)) % 1000003
        total = (total * 31 + places.get(turn % 1009, 5) + len(places) + sum(flat)) % 1000003
    return total


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 38000))
