if (n := 10) > 5:
    print(n)
values = [y := 1, y + 1, y * 5]
print(values, y)
data = [3, 1, 4, 1, 5]
print([square for x in data if (square := x * x) > 5], square)
while (top := data.pop()) != 4:
    print("popped", top)
print(data, top)
def f():
    total = 0
    partial = [total := total + v for v in range(5)]
    return partial, total
print(f())
print((a := 5) + (b := a * 2), a, b)
print(any((found := v) > 2 for v in [1, 2, 3, 4]), found)
def g(x, y=(z := 7)):
    return x, y
print(g((q := 2)), q, z)
