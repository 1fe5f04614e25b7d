"""Regular expressions: log lines matched with groups, searched, split and rewritten."""

import re
import sys

LINE = re.compile(r"(?P<day>\d{4}-\d\d-\d\d) (\w+)\[(\d+)\]: (?P<text>.*)")
ADDRESS = re.compile(r"[\w.]+@[\w-]+\.(?:org|net|com)")
NUMBER = re.compile(r"\b\d+\b")
BREAK = re.compile(r"\s*[,;]\s*")


def line(number):
    return (
        f"2024-{number % 12 + 1:02d}-{number % 28 + 1:02d} server{number % 5}[{number}]: "
        f"user.{number % 97}@host-{number % 13}.org asked for {number * 7 % 1000} pages, "
        f"{number % 31} failed ; retry in {number % 60} s"
    )


def run(count):
    total = 0
    for number in range(count):
        found = LINE.match(line(number))
        text = found["text"]
        total = (total * 31 + int(found[3]) + len(found["day"]) + found.start("text")) % 1000003
        address = ADDRESS.search(text)
        total = (total * 31 + len(address.group())) % 1000003
        for digits in NUMBER.findall(text):
            total = (total + int(digits)) % 1000003
        hidden = NUMBER.sub(lambda match: "#" * len(match.group()), text)
        total = (total * 31 + hidden.count("#") + len(BREAK.split(text))) % 1000003
    return total


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 140000))
