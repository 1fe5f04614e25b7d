"""Exceptions: raised near and far, caught by class, with a clean-up on the way."""

import sys


class Refused(Exception):
    def __init__(self, code):
        self.code = code


def check(number):
    if number % 3 == 0:
        raise Refused(number % 7)
    return number


def deep(level, number):
    if level == 0:
        return check(number)
    return deep(level - 1, number)


def run(count):
    total = 0
    cleaned = 0
    for i in range(count):
        try:
            total = (total + check(i)) % 1000003
        except Refused as error:
            total = (total * 31 + error.code) % 1000003
        try:
            try:
                total = (total + deep(4, i)) % 1000003
            finally:
                cleaned += 1
        except Refused as error:
            total = (total * 17 + error.code) % 1000003
    return (total + cleaned) % 1000003


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 2200000))
