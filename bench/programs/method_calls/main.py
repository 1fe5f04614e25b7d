"""Objects: method calls, attribute reads and writes, one level of inheritance."""

import sys


class Counter:
    def __init__(self, step):
        self.value = 0
        self.step = step

    def advance(self, by):
        self.value = (self.value + by * self.step) % 1000003
        return self.value

    def current(self):
        return self.value


class Toggle(Counter):
    def __init__(self, step):
        Counter.__init__(self, step)
        self.on = False

    def flip(self):
        self.on = not self.on
        return self.on


def run(count):
    counter = Counter(3)
    toggle = Toggle(5)
    total = 0
    for i in range(count):
        counter.advance(i)
        if toggle.flip():
            toggle.advance(counter.current())
        total = (total + toggle.current()) % 1000003
    return total


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 5000000))
