for i in range(3):
    print(i, end=" ")
    i = 100
print(i)
for i in range(0):
    print("never")
print(i)
for i in range(10, 0, -4):
    print(i, end=" ")
print()
n = 3
for i in range(n):
    n = 10
    print(i, n, end=" ")
print()
r = range(2)
for i in r:
    for j in r:
        print(i, j, end="; ")
print()
total = 0
for i in range(1, 2000):
    if i % 3 == 0 or i % 5 == 0:
        total += i
print(total)
for i in range(2 ** 63 - 1, 2 ** 63 + 1):
    print(i)
for i in range(-2 ** 47 - 1, -2 ** 47 + 1):
    print(i)
range_ = range
range = lambda n: [n, n + 1]
for i in range(5):
    print("shadowed", i)
range = range_
for i in range(1):
    print("restored", i)
