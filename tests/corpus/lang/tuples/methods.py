t = (1, 2, 1, "a", 1.0, True)
print(t.count(1), t.count("a"), t.count("z"), t.index(2), t.index(1, 1), t.index("a", -4))
for bad in (lambda: t.index(99), lambda: t.index(2, 2), lambda: t.count(), lambda: t.sort()):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
class Pair(tuple):
    def total(self):
        return self[0] + self[1]
p = Pair((3, 4))
print(p, p.total(), p == (3, 4), isinstance(p, tuple), type(p).__name__, p + (1,), len(p), p[0], hash(p) == hash((3, 4)), [*p])
