# A set that contains itself, by way of objects; deep nests of frozensets.
class Box:
    def __init__(self):
        self.inside = None

    def __repr__(self):
        return f'<{self.inside!r}>'


box = Box()
s = {box}
box.inside = s
print(s, box)


class Named(set):
    pass


box.inside = n = Named([box])
print(n, [n])
box.inside = f = frozenset([box])
print(f)
box.inside = [{box}]
print(box)
nest = frozenset()
for _ in range(100):
    nest = frozenset([nest])
print(len(repr(nest)), repr(nest)[:40], hash(nest) != 0)
deep = frozenset()
for _ in range(3000):
    deep = frozenset([deep])
try:
    repr(deep)
except RecursionError as e:
    print(type(e).__name__)
print(len(deep), deep == deep)
