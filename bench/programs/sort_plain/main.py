"""Sorting without a key: ints, floats, words, and what is nearly sorted."""

import sys


def numbers(count, seed):
    made = []
    state = seed
    for _ in range(count):
        state = (state * 48271) % 2147483647
        made.append(state)
    return made


def run(count):
    total = 0
    for turn in range(3):
        ints = numbers(count, turn + 1)
        floats = [number / 16.0 for number in ints]
        words = [str(number) for number in ints]
        ints.sort()
        floats.sort()
        words.sort()
        nearly = ints[:]
        for i in range(0, count - 10, 100):
            nearly[i], nearly[i + 9] = nearly[i + 9], nearly[i]
        nearly.sort()
        for i in range(0, count, 89):
            total = (total * 31 + ints[i] + nearly[i]) % 1000003
            total = (total * 31 + int(floats[i]) + int(words[i][:4])) % 1000003
    return total


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 370000))
