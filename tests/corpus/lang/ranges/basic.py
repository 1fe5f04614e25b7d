r = range(2, 20, 3)
print(r, list(r), len(r), r[0], r[-1], r[1:4], r[::-1], r[::2], 5 in r, 6 in r, 5.0 in r, "5" in r, r.start, r.stop, r.step, r.index(8), r.count(8), r.count(9))
print(range(5), range(1, 5), range(5, 1), range(5, 1, -1), list(range(5, 1, -1)), list(range(0)), list(range(-3)), list(range(3, -4, -2)), len(range(10, 0)), range(0, 10, 3)[-1])
print(range(3) == range(0, 3), range(0, 3, 2) == range(0, 4, 2), range(0) == range(5, 1), range(1, 2) != range(1, 3), range(3) == [0, 1, 2], hash(range(0, 3, 2)) == hash(range(0, 4, 2)))
print(range(10 ** 20, 10 ** 20 + 3), list(range(10 ** 20, 10 ** 20 + 3)), len(range(10 ** 18)), 10 ** 19 in range(10 ** 20), range(10 ** 20)[10 ** 19], range(2 ** 63 - 2, 2 ** 63 + 2)[-1])
print(list(range(2 ** 47 - 2, 2 ** 47 + 2)), list(range(2 ** 63 - 2, 2 ** 63 + 2)), sum(range(-2 ** 64, -2 ** 64 + 3)), list(range(-2 ** 63 - 1, -2 ** 63 + 2)))
print(list(reversed(range(0, 10, 3))), list(reversed(range(0))), max(range(5)), sum(range(101)), sorted(range(3, 0, -1)), tuple(range(2)), *range(3), bool(range(0)), [*range(2), *range(2)])
def attempt(*args):
    try:
        print(range(*args))
    except Exception as error:
        print(type(error).__name__, error)
attempt()
attempt(1, 2, 0)
attempt(1.5)
attempt("a")
attempt(1, 2, 3, 4)
attempt(None)
attempt(True)
for bad in (lambda: range(3)[3], lambda: range(3)[-4], lambda: range(0)[0], lambda: range(3).index(7), lambda: range(3) + range(3), lambda: len(range(10 ** 20)), lambda: range(3)[::0], lambda: range(3).start.foo):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
it = iter(range(3))
print(next(it), list(it), next(it, "done"))
