a, b, c = 1, 2, 3
(a, b), c = (c, b), a
[x, y] = "xy"
print(a, b, c, x, y)
first, *rest = [1, 2, 3]
*init, last = (1, 2, 3)
head, *mid, tail = range(5)
only, *empty = [1]
print(first, rest, init, last, head, mid, tail, only, empty)
(p, *q), *r = [(1, 2, 3), 4, 5]
print(p, q, r)
for i, (j, k) in [(1, (2, 3)), (4, (5, 6))]:
    print(i, j, k)
for a, *b in [(1, 2, 3), "xyz", [7]]:
    print(a, b)
d = {}
d["a"], d["b"] = 1, 2
l = [0, 0]
l[0], l[1], d["c"] = l[1] + 1, l[0] + 2, 3
print(d, l)
i = 0
arr = [5, 6, 7]
i, arr[i] = 2, 99
print(i, arr)
def bad(action):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
def few():
    a, b, c = 1, 2
def many():
    a, b = 1, 2, 3
def many_list():
    a, b = [1, 2, 3]
def many_iter():
    a, b = iter([1, 2, 3])
def few_star():
    a, b, *c = [1]
def few_star_end():
    *c, a, b = [1]
def not_iterable():
    a, b = 5
def none():
    a, b = None
def empty():
    a, = ()
def string():
    a, b = "abc"
def dictionary():
    a, b = {"x": 1}
for action in (few, many, many_list, many_iter, few_star, few_star_end, not_iterable, none, empty, string, dictionary):
    bad(action)
