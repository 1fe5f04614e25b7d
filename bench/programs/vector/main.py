"""Operators: a vector class with +, -, *, unary -, == and indexing."""

import sys


class Vector:
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    def __neg__(self):
        return Vector(-self.x, -self.y, -self.z)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y and self.z == other.z

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z


def run(count):
    place = Vector(0.0, 0.0, 0.0)
    speed = Vector(1.0, 0.5, -0.25)
    pull = Vector(0.0, 0.0, -0.125)
    origin = Vector(0.0, 0.0, 0.0)
    same = 0
    for i in range(count):
        place = place + speed * 0.5
        speed = speed + pull - speed * 0.25
        if place.dot(place) > 100.0:
            place = -place * 0.5
        if i % 1000 == 0:
            place = place - place
        if place == origin:
            same += 1
    return place.x + place.y * 3.0 + place.z * 7.0 + speed.x + same


print("%.9f" % run(int(sys.argv[1]) if len(sys.argv) > 1 else 1100000))
