a = [1, 2, 3, 4]
for x in a:
    if x == 2:
        a.remove(x)
    print(x, end=" ")
print(a)
a = [1]
for x in a:
    if len(a) < 6:
        a.append(x * 2)
print(a)
a = [1, 2, 3]
it = iter(a)
print(next(it))
a.clear()
print(list(it), next(it, "none"))
a.append(5)
print(next(it, "still none"))
a = [1, 2, 3]
for i, x in enumerate(a):
    a[i] = x * 10
print(a)
a = [3, 2, 1]
r = reversed(a)
print(next(r))
a.append(9)
print(list(r))
a = list(range(6))
for x in a[:]:
    if x % 2:
        a.remove(x)
print(a)
a = [1, 2, 3, 4]
while a:
    a.pop()
    if len(a) == 2:
        break
print(a)
