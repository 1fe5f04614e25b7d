print([x for x in range(5)], [x * 2 for x in range(5) if x % 2], [(x, y) for x in range(2) for y in "ab"], [x for x in range(20) if x % 2 if x % 3])
print({x: x * x for x in range(3)}, {k: v for k, v in [("a", 1), ("b", 2), ("a", 3)]}, {v: k for k, v in {"x": 1}.items()})
print(list(x for x in range(3)), sum(x for x in range(4)), tuple(c for c in "ab"), dict((c, ord(c)) for c in "ab"), max(len(w) for w in ["a", "bbb"]))
print([[j for j in range(i)] for i in range(3)], [x for row in [[1, 2], [3]] for x in row], [a + b for a, b in zip([1, 2], [3, 4])], [i for i, *j in [(1, 2, 3)]])
print([x if x > 1 else -x for x in range(4)], [lambda: x for x in range(2)][0](), [y for x in [1, 2] for y in [x, x * 10]], [(i, j) for i in range(4) if i % 2 for j in range(i) if j != 1])
print([x for x in [1, 2, 3] if x in [2, 3]], [f"{x}" for x in range(2)], [not x for x in (0, 1)], [x for x, in [(1,), (2,)]], [x for x in (1, 2) or (3,)], [*(x for x in "ab")])
x = "kept"
[x for x in range(3)]
print(x)
def trace(v):
    print("iter", v, end=" ")
    return v
g = (trace(a) + trace(b) for a in trace([1, 2]) for b in trace([10]))
print("created")
print(next(g), "then", list(g))
try:
    (x for x in 5)
except TypeError as error:
    print(error)
print([x for x in [[1], [2]] for x in x], {**{str(i): i for i in range(2)}, "z": 0}, any(x == 2 for x in range(9)), all([]), [_ for _ in range(2)])
try:
    [1 / v for v in (1, 0)]
except ZeroDivisionError as error:
    print(error)
def early():
    return [y for y in range(10) if y < 3], next((y for y in range(10) if y > 5), None), next((y for y in []), "none")
print(early())
