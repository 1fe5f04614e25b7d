"""JSON: nested records written and read again. Lua's library has no such module."""

import json
import sys


def record(number):
    return {
        "id": number,
        "name": f"record {number}",
        "price": number * 0.25,
        "tags": ["a", "b\n", "\u00e9"] * (number % 3),
        "open": number % 2 == 0,
        "next": None,
        "place": {"row": number // 10, "column": number % 10},
    }


def run(count):
    total = 0
    records = [record(number) for number in range(count)]
    for turn in range(20):
        text = json.dumps(records)
        back = json.loads(text)
        total = (total * 31 + len(text) + len(json.dumps(back[turn % count], indent=2))) % 1000003
        records = back
    for one in records:
        total = (total + int(one["price"] * 4) + len(one["tags"])) % 1000003
    return total


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 12000))
