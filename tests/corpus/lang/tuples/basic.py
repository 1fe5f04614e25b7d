t = (1, 2, 3)
print(t, (), (1,), ((),), 1, t[0], t[-1], t[1:], t[::-1], len(t), t + (4,), t * 2, 2 in t, t == (1, 2, 3), t < (1, 2, 4), (1, 2) < (1, 2, 0), hash(t) == hash((1, 2, 3)))
print(tuple(), tuple("ab"), tuple([1, 2]), tuple({"x": 1}), tuple(range(3)), tuple(x * x for x in t), tuple(t) is t)
x = 1,
a, b = b, a = 5, 6
print(x, a, b, (1, 2,), ((1, 2), 3), (1,) + (2,), () + (), () == (), (*t, *"xy"))
for bad in (lambda: t[3], lambda: t["a"], lambda: t + [1], lambda: t.append, lambda: tuple(5), lambda: t < [1], lambda: t < 5, lambda: hash(([],)), lambda: t * 1.5, lambda: tuple(1, 2)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
def store():
    t[0] = 1
def remove():
    del t[0]
for bad in (store, remove):
    try:
        bad()
    except TypeError as error:
        print(error)
print(max((1, 5), (1, 4)), min([(2, "b"), (2, "a")]), sorted([(2, 1), (1, 2)]), dict([(1, 2), (3, 4)]), {(1, 2): "k"}[1, 2])
print(repr((1.0, "a", None, (True,))), str(("é",)), (1, [2]) == (1, [2]), (1, 2) != (1, 2))
