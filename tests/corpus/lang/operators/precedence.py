sep = "|"
print(2 + 3 * 4 ** 2 // 5 % 7 - 1, (2 + 3) * 4, -2 ** 2, 2 ** -1)
print(1 | 2 ^ 3 & 4 << 1 + 2, 1 + 2 << 3, 1 << 2 + 3, 7 & 3 == 3, (7 & 3) == 3)
print(not 1 == 2, not (1 == 2), not 0 or 1, not (0 or 1), 1 or 0 and 0)
print(1 < 2 == True, (1 < 2) == True, 1 < 2 < 3, 1 < 3 < 2, 3 > 2 > 1 < 5)
print(1 if 0 else 2 if 0 else 3, (lambda: 1 if 1 else 2)(), [1, 2] + [3] * 2)
print(1 in [1] == True, 1 in [1, 2] and 3 not in [1], not 1 in [2], sep is not None)
print(5 - 3 - 1, 100 // 10 // 3, 2 ** 3 ** 0, 10 - (5 - 2), 7 % 4 * 2, 7 * 2 % 4)
print(~1 + 2, -3 % 5, -(3 % 5), +-~5, - - - 3, ~-5, not not 5)
print(1 + (2 if True else 3), "a" "b" * 2, "a" + "b" * 2, 1 if [] else 2, *[1, 2], sep="|")
a = b = c = 5
print(a, b, c, a == b == c, a != b == c, a is b)
