a = 123456789012345678901234567890
b = -987654321098765432109876543210
print(a + b, a - b, a * b)
print(b // a, b % a, a // b, a % b)
print(-a // 7, -a % 7, a // -7, a % -7)
print(a & 0xFFFF, b & 0xFFFFFFFFFFFFFFFFFFFF, a | b, a ^ b, ~a, ~b)
print(a << 100 >> 100 == a, b << 3, b >> 3, b >> 1000, a >> 1000)
print(2 ** 200, (-3) ** 101, 7 ** 77 % 1000)
print(a == a + 0, a < b, a > b, a != b, a <= a)
print((2 ** 64) / (2 ** 60), (10 ** 30) / 7, 10 ** 400 // 10 ** 390)
f = 1
for i in range(1, 41):
    f *= i
print(f)
x = y = 0
x, y = 0, 1
for _ in range(300):
    x, y = y, x + y
print(x)
print(10 ** 50 - 10 ** 50 + 1, 3 ** 100 - 3 ** 100)
print(str(2 ** 100), repr(-2 ** 100), len(str(7 ** 1000)))
