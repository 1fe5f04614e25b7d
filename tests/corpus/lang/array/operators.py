# Operators, comparison, iteration.


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


from array import array as A
a, b = A("i", [1, 2, 3]), A("i", [9])
print(a + b, a * 2, 3 * b, a * 0, a * -1)
c = a
c += b
c *= 2
print(c, c is a, len(a))
for x, y in ((a, a), (A("i", [1, 2]), A("d", [1, 2])), (A("i", [1, 2]), A("i", [1, 3])), (A("b"), A("d")),
             (A("i", [1]), A("i", [1, 0])), (A("d", [1.5]), A("q", [1])), (A("d", [float("nan")]),) * 2,
             (A("Q", [2**63]), A("q", [-1])), (A("u", "ab"), A("u", "ac")), (A("d", [2.0**63]), A("Q", [2**63 - 1]))):
    print(x == y, x != y, x < y, x <= y, x > y, x >= y)
print(a == [1, 2, 3], a != (1,), a == None)
show(lambda: a + [1])
show(lambda: a + A("d"))
show(lambda: a * "x")
show(lambda: a * 1.5)
show(lambda: a < [1])
show(lambda: "x" * a)
show(a.__iadd__, [1])
show(a.__iadd__, A("d"))
show(a.__imul__, "x")
show(a.__mul__, 2**70)
show(hash, a)
it = iter(A("i", [5, 6]))
print(next(it), it.__reduce__()[2], next(it), next(it, "end"), list(it))
show(next, it)
print(sorted(a), list(reversed(a)), sum(a), max(a), [x for x in a if x > 2])
grow = A("i", [0])
for x in grow:
    if x < 5:
        grow.append(x + 1)
print(grow)
first, *rest = grow
print(first, rest, A("d", map(float, grow)))
