"""A compiled C plugin is imported like any module (its source: examples/plugins/geometry.c)."""

import geometry

print(geometry.hypot(3.0, 4.0))
print(geometry.distance(1.0, 1.0, 4.0, 5.0))
print(geometry.area(2, 2.5))
print(geometry.total([1, 2.5, 3]))
print(geometry.greet("C"))
try:
    geometry.hypot("three", 4.0)
except TypeError as error:
    print("TypeError:", error)
