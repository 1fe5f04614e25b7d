"""Classes with inheritance: overridden methods, super(), properties, a table of shapes."""

import sys


class Shape:
    count = 0

    def __init__(self, name):
        self.name = name
        Shape.count += 1

    def area(self):
        return 0

    def describe(self):
        return self.area() + len(self.name)


class Rectangle(Shape):
    def __init__(self, width, height):
        super().__init__("rectangle")
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height

    @property
    def edge(self):
        return 2 * (self.width + self.height)


class Square(Rectangle):
    def __init__(self, width):
        super().__init__(width, width)
        self.name = "square"

    def describe(self):
        return super().describe() + 1


class Circle(Shape):
    def __init__(self, radius):
        super().__init__("circle")
        self.radius = radius

    def area(self):
        return self.radius * self.radius * 355 // 113


def run(count):
    total = 0
    for i in range(count):
        size = i % 50 + 1
        kind = i % 3
        if kind == 0:
            shape = Square(size)
            total += shape.edge
        elif kind == 1:
            shape = Circle(size)
        else:
            shape = Rectangle(size, size + 1)
            total += shape.edge
        total = (total + shape.describe()) % 1000003
        if isinstance(shape, Rectangle):
            total += 1
    return (total + Shape.count) % 1000003


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 1500000))
