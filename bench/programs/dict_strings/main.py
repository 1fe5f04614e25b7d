"""A dict of strings: keys that are made on the spot, looked up, counted, iterated."""

import sys


def run(count):
    stock = {}
    state = 1
    missing = 0
    for i in range(count):
        state = (state * 16807) % 2147483647
        name = "item-" + str(state % 30011)
        if name in stock:
            stock[name] += i % 100
        else:
            stock[name] = 1
        if ("shelf-" + str(state % 97)) not in stock:
            missing += 1
        if state % 1000 == 0:
            stock["shelf-" + str(state % 97)] = i
    total = len(stock) + missing
    for name, amount in stock.items():
        total = (total + len(name) * (amount % 1009)) % 1000003
    return total


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 1500000))
