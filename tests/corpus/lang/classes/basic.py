class Point:
    "A point."
    count = 0
    def __init__(self, x, y=0):
        self.x = x
        self.y = y
        Point.count += 1
    def move(self, dx, dy):
        self.x += dx
        self.y += dy
        return self
    def __repr__(self):
        return f"Point({self.x}, {self.y})"
    def __eq__(self, other):
        if not isinstance(other, Point):
            return NotImplemented
        return (self.x, self.y) == (other.x, other.y)
    def __hash__(self):
        return hash((self.x, self.y))
p, q = Point(1), Point(1, y=0)
print(p, q, p == q, p is q, p != q, p == 1, {p: "k"}[q], Point.count, p.count, p.move(1, 2).move(1, 1), Point.move(q, 5, 5))
p.count = 10
print(p.count, Point.count, p.__dict__, Point.__doc__, p.__class__ is Point)
m = p.move
m(1, 0)
print(p, m.__self__ is p, m.__func__ is Point.move, p.move == p.move)
p.extra = [1]
p.extra.append(2)
print(p.extra, hasattr(q, "extra"))
Point.z = 7
print(q.z, p.z)
Point.dist = lambda self: self.x * self.x
print(p.dist())
p.fn = lambda *a: a
print(p.fn(1))
class Empty: pass
e = Empty()
e.a, e.b = 1, 2
print(e.a + e.b, e.__dict__, Empty.__name__, bool(e), e == e, e == Empty())
class Shared:
    items = []
    def add(self, v): self.items.append(v); return self.items
print(Shared().add(1), Shared().add(2), Shared.items)
class Body:
    a = 1
    b = a + 1
    if b > 1:
        c = "yes"
    for i in range(2):
        locals_i = i
    def f(self, d=b): return d
    del a
print(Body.b, Body.c, Body.i, Body().f(), hasattr(Body, "a"))
