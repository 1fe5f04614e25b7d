"""Classes, inheritance, special methods, and a generator over them."""

import math


class Shape:
    name = "shape"

    def area(self):
        raise NotImplementedError(self.name)

    def __lt__(self, other):
        return self.area() < other.area()

    def __repr__(self):
        return f"<{self.name} of {self.area():.2f}>"


class Square(Shape):
    name = "square"

    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side * self.side


class Circle(Shape):
    name = "circle"

    def __init__(self, radius):
        self.radius = radius

    def area(self):
        return math.pi * self.radius**2


def larger_than(shapes, limit):
    for shape in shapes:
        if shape.area() > limit:
            yield shape


shapes = [Circle(2), Square(3), Circle(0.5)]
print(sorted(shapes))
print(list(larger_than(shapes, 5)))
try:
    Shape().area()
except NotImplementedError as error:
    print("not implemented:", error)
