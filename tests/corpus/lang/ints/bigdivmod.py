def check(a, b):
    q, r = a // b, a % b
    assert a == q * b + r
    assert r == 0 or (r > 0) == (b > 0)
    return q, r
seed = 12345
numbers = []
for i in range(24):
    seed = (seed * 6364136223846793005 + 1442695040888963407) % 2 ** 64
    numbers.append((seed ** (i % 5 + 1)) * (-1) ** i)
total = 0
for a in numbers:
    for b in numbers:
        q, r = check(a, b)
        total = (total * 31 + q * 7 + r) % (10 ** 40)
print(total)
for a in numbers[:6]:
    print(a, check(a, 10 ** 9 + 7), check(a, -97), a >> 13, a & (2 ** 80 - 1))
