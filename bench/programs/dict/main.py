"""Dicts: integer and string keys, inserting, looking up, deleting."""

import sys


def run(count):
    names = []
    for i in range(1000):
        names.append("key" + str(i))
    by_number = {}
    by_name = {}
    state = 1
    total = 0
    for i in range(count):
        state = (state * 1103 + 12345) % 65537
        if state in by_number:
            by_number[state] = by_number[state] + 1
        else:
            by_number[state] = 1
        name = names[state % 1000]
        by_name[name] = by_name.get(name, 0) + state
        if i % 7 == 0:
            del by_number[state]
    for i in range(1000):
        total = (total * 31 + by_name.get(names[i], 0)) % 1000003
    return (total + len(by_number)) % 1000003


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 5000000))
