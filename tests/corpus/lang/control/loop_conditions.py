"""`while` with every comparison, between names and with a constant, of several types."""


def between(low, high, step):
    seen = []
    at = low
    while at <= high:
        seen.append(at)
        at += step
    while at != low:
        at -= step
    while at >= low:
        at -= step
    while at > low - 3 * step:
        at -= step
    while at < high:
        at += step
    while at == high:
        at += step
    return seen, at


def constants(number):
    seen = []
    while number >= 5:
        number -= 2
        seen.append(number)
    while number != 10:
        number += 1
    while number <= 12:
        number += 1
    while number > 3:
        number -= 1
    while number == 3:
        number = 2
    while number < 8:
        number += 3
    return seen, number


for values in [(1, 5, 1), (1, 5, 2 - 1), (0.5, 3.5, 1.0), (2**70, 2**70 + 4, 1)]:
    print(between(*values))
for number in (9, 20, 7.0, True, 5):
    print(constants(number))


class Step:
    """Compares by itself, and counts how often it was asked."""

    asked = 0

    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        return Step(self.value + other)

    def __le__(self, other):
        Step.asked += 1
        return self.value <= other

    def __ne__(self, other):
        Step.asked += 1
        return self.value != other

    def __ge__(self, other):
        return NotImplemented


def run(step):
    while step <= 3:
        step = step + 1
    while step != 8:
        step = step + 1
    while step >= 5:
        step = step + 1


try:
    run(Step(0))
except TypeError as error:
    print(error, Step.asked)
for bad in ("text", None, [1]):
    try:
        constants(bad)
    except TypeError as error:
        print(error)
