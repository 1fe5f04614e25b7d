"""Sorting: numbers, words, pairs by a key function, and in reverse."""

import sys


def made(count):
    numbers = []
    state = 1
    for _ in range(count):
        state = (state * 48271) % 2147483647
        numbers.append(state)
    return numbers


def run(count):
    total = 0
    for turn in range(3):
        numbers = made(count + turn)
        words = [str(number) for number in numbers]
        pairs = [(number % 1000, number) for number in numbers]
        numbers.sort()
        words.sort(reverse=True)
        pairs.sort(key=lambda pair: pair[0] * 1000000 + pair[1] % 1000000)
        for i in range(0, count, 97):
            total = (total * 31 + numbers[i]) % 1000003
            total = (total * 31 + len(words[i]) + int(words[i][:3])) % 1000003
            total = (total * 31 + pairs[i][0]) % 1000003
    return total


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 300000))
