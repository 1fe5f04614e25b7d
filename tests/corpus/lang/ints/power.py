print(2 ** 10, 2 ** 63, 2 ** 64, (-2) ** 63, (-2) ** 64)
print(10 ** 0, 10 ** 1, 0 ** 5, 1 ** 1000, (-1) ** 1001)
print(2 ** -2, 10 ** -3, (-4) ** -1, 4 ** 0.5, 8 ** (1 / 3))
print(2 ** 3 ** 2, (2 ** 3) ** 2, -2 ** 2, (-2) ** 2, 2 ** -1 ** 2)
print(3 ** 200 % 10 ** 9)
print(0.0 ** 0, 0 ** 0.0, 2.5 ** 2, 2.0 ** 10)
base, exponent, modulus = 123456789, 987654321, 1000000007
result = 1
while exponent:
    if exponent & 1:
        result = result * base % modulus
    base = base * base % modulus
    exponent >>= 1
print(result)
x = 3
x **= 4
print(x)
