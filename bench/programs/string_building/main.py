"""Strings: built by +=, by join and by formatting, sliced, searched and read letter by letter."""

import sys


def roman(number):
    text = ""
    for value, sign in (
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
        (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ):
        while number >= value:
            text += sign
            number -= value
    return text


def run(count):
    total = 0
    lines = []
    for i in range(count):
        text = roman(i % 4000)
        lines.append(f"{i}: {text}, {len(text)} letters")
        if len(lines) == 100:
            page = "\n".join(lines)
            lines = []
            total = (total * 31 + len(page) + page.find("xxviii, ")) % 1000003
            for letter in page[: 200]:
                total = (total * 31 + ord(letter)) % 1000003
    return total


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 1300000))
