def show(value):
    print("eval", value)
    return value
print(show(1) < show(2) < show(3))
print(show(1) > show(2) > show(3))
print(show(1) == show(1) != show(2) >= show(0))
print(show(5) in [5] in [[5]])
print(1 < 2 > 0 == 0 <= 0 != 1 > -1)
x = 3
print(1 < x < 5 < x * 2 < 10, 1 < x and x < 2, 0 <= x - 3 <= 0)
print("a" < "b" <= "b" > "a", [1] < [1, 2] < [2], (1, 2) <= (1, 2) < (1, 3))
if 0 < x < 10:
    print("in")
while 0 < x < 10:
    x += 3
print(x)
