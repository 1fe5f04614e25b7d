grid = [[0] * 4 for _ in range(3)]
grid[1][2] = 5
grid[-1][-1] = 7
print(grid, [list(col) for col in zip(*grid)])
m = [[1, 2], [3, 4]]
def mul(a, b):
    return [[sum(x * y for x, y in zip(row, col)) for col in zip(*b)] for row in a]
p = m
for _ in range(20):
    p = mul(p, m)
print(p)
flat = [x for row in grid for x in row if x]
print(flat, sum([[1], [2, 3]], []), [[*row, 0] for row in m])
tree = [1, [2, [3, [4, [5]]]]]
def depth(t):
    return 1 + max((depth(x) for x in t if isinstance(x, list)), default=0)
def walk(t):
    for x in t:
        if isinstance(x, list):
            for y in walk(x):
                yield y
        else:
            yield x
print(depth(tree), list(walk(tree)), tree[1][1][1][1][0])
a = b = []
a.append(1)
b += [2]
print(a, b, a is b)
deep = []
for _ in range(50):
    deep = [deep]
print(deep)
