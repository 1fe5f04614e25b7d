"""Objects: a factory whose stations of several classes pass items along, tick by tick."""

import sys


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 1103 + 12345) % 65537
        return self.state % limit


class Item:
    def __init__(self, number, weight):
        self.number = number
        self.weight = weight
        self.value = 0


class Station:
    def __init__(self, follower):
        self.follower = follower
        self.waiting = []
        self.done = 0

    def accept(self, item):
        self.waiting.append(item)

    def tick(self, random):
        if self.waiting:
            item = self.waiting.pop()
            self.work(item, random)
            self.done += 1
            if self.follower is not None:
                self.follower.accept(item)

    def work(self, item, random):
        raise NotImplementedError


class Cutter(Station):
    def work(self, item, random):
        item.weight -= random.below(4)
        item.value += 2


class Painter(Station):
    def __init__(self, follower, colours):
        super().__init__(follower)
        self.colours = colours
        self.colour = 0

    def work(self, item, random):
        self.colour = (self.colour + 1) % self.colours
        item.value += self.colour


class Inspector(Station):
    def __init__(self):
        super().__init__(None)
        self.passed = 0
        self.refused = 0

    def work(self, item, random):
        if item.weight > 8:
            self.passed = (self.passed * 3 + item.value + item.number) % 1000003
        else:
            self.refused += 1


class Factory:
    def __init__(self):
        self.random = Random(1)
        self.inspector = Inspector()
        painters = [Painter(self.inspector, 3), Painter(self.inspector, 5)]
        self.cutters = [Cutter(painter) for painter in painters]
        self.stations = self.cutters + painters + [self.inspector]
        self.made = 0

    def tick(self):
        item = Item(self.made, 7 + self.random.below(6))
        self.cutters[self.made % len(self.cutters)].accept(item)
        self.made += 1
        for station in self.stations:
            station.tick(self.random)


def run(count):
    factory = Factory()
    for _ in range(count):
        factory.tick()
    total = factory.inspector.passed * 7 + factory.inspector.refused
    for station in factory.stations:
        total = (total * 31 + station.done) % 1000003
    return total


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 750000))
