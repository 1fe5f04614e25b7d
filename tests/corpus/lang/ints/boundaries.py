# Around the borders of small ints (48 bits), of 64 bits, and of 32 bits.
for bits in (31, 32, 47, 48, 50, 51, 52, 53, 62, 63, 64, 65, 127, 128):
    n = 1 << bits
    print(bits, n - 1, n, n + 1, -n - 1, -n, -n + 1)
    assert (n - 1) + 1 == n and n - 1 < n < n + 1
    assert -n + n == 0 and (n + 1) - n == 1
    assert n // n == 1 and n * n == 1 << (2 * bits)
    assert hash(n) == hash(float(n))
    assert (-n) >> bits == -1 and (-n - 1) >> bits == -2
    assert int(str(n)) == n and int(str(-n)) == -n
x = 9223372036854775807
x += 1
print(x, -x - 1, x * -1, x // -1, abs(-x), -(-x))
x -= 1
print(x, x * x, x ** 2 - x * x, ~x, x ^ -1, x & -1, x | -1)
print(-9223372036854775808 // -1, -9223372036854775808 % -1)
print(140737488355327 + 1, -140737488355328 - 1, 140737488355328 * 2)
