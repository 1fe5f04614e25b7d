a = [1, 2, 3]
print(a, [], [1], [[]], [1, "a", None, 2.5, [3]], len(a), a[0], a[-1], a + [4], a * 2, 0 * a, 2 in a, 5 in a)
a.append(4); a.extend([5, 6]); a.insert(0, 0); a.insert(100, 7); a.insert(-1, 6.5); a.insert(-100, -1)
print(a, a.pop(), a.pop(0), a.pop(-2), a)
a.remove(3)
print(a, a.index(2), a.count(2), a.index(4, 2), a.copy() == a, a.copy() is a)
a.reverse()
print(a, a.clear(), a)
b = [3, 1, 2]
print(b.sort(), b, sorted(b, reverse=True), b)
print(list(), list("abc"), list((1, 2)), list(range(3)), list({"a": 1, "b": 2}), list([1]) == [1])
c = [0] * 3
c[0] = 1
d = [[]] * 2
d[0].append(1)
print(c, d)
del c[0]
print(c)
del c[:]
print(c)
print([1, 2] == [1, 2], [1, 2] != [2, 1], [1, 2] < [1, 3], [1] < [1, 0], [] < [1], [1, "a"] == [1, "a"], [[1], 2] == [[1], 2], [2] > [1, 5])
print([*a, *"xy", *range(2)], [1, *[2, *[3]]], list(reversed(b)), [None] * 2)
