"""Number theory with big integers: isqrt, gcd, comb, primes, modular powers, RSA in small."""
import math


def attempt(what, function, *args):
    try:
        print(what, "->", function(*args))
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


def is_prime(n):
    if n < 2 or any(n % p == 0 and n != p for p in (2, 3, 5, 7, 11, 13)):
        return False
    if n < 289:
        return True
    d, s = n - 1, 0
    while d % 2 == 0:
        d, s = d // 2, s + 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


print([n for n in range(60) if is_prime(n)], is_prime(2 ** 127 - 1), is_prime(2 ** 128 + 1), is_prime(561))
p, q = next(n for n in range(10 ** 20, 10 ** 21) if is_prime(n)), next(n for n in range(3 * 10 ** 22, 10 ** 24) if is_prime(n))
print(p, q)
n, phi, e = p * q, (p - 1) * (q - 1), 65537
d = pow(e, -1, phi)
message = int.from_bytes(b"a secret", "big")
cipher = pow(message, e, n)
print(cipher, pow(cipher, d, n).to_bytes(8, "big"), d * e % phi)
attempt("no inverse", pow, 6, -1, 9)
attempt("modulo zero", pow, 2, 5, 0)
print(math.isqrt(10 ** 40), math.isqrt(10 ** 40 - 1), math.isqrt(0), math.gcd(2 ** 100, 6 ** 50) == 2 ** 50, math.lcm(*range(1, 31)))
print(math.comb(100, 50), math.perm(25, 10), math.factorial(30), math.prod(range(1, 20, 2)), math.gcd(), math.lcm(), math.lcm(4, 0))
attempt("isqrt", math.isqrt, -1)
attempt("isqrt of a float", math.isqrt, 2.0)
attempt("comb", math.comb, -1, 2)
attempt("factorial", math.factorial, -5)
attempt("factorial of a float", math.factorial, 5.0)
attempt("gcd of a text", math.gcd, 1, "2")


def extended(a, b):
    x0, x1, y0, y1 = 1, 0, 0, 1
    while b:
        quotient, (a, b) = a // b, (b, a % b)
        x0, x1, y0, y1 = x1, x0 - quotient * x1, y1, y0 - quotient * y1
    return a, x0, y0


print(extended(240, 46), extended(-240, 46), extended(0, 5))


def chinese(pairs):
    x, modulus = 0, 1
    for remainder, m in pairs:
        x += modulus * ((remainder - x) * pow(modulus, -1, m) % m)
        modulus *= m
    return x % modulus, modulus


print(chinese([(2, 3), (3, 5), (2, 7)]), chinese([(1, 10 ** 9 + 7), (2, 998244353), (3, 10 ** 9 + 9)]))


def pi_digits(count):
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    found = []
    while len(found) < count:
        if 4 * q + r - t < m * t:
            found.append(m)
            q, r, m = 10 * q, 10 * (r - m * t), 10 * (3 * q + r) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return "".join(map(str, found))


print(pi_digits(60))
a, b = 0, 1
for _ in range(500):
    a, b = b, a + b
print(a, a.bit_length(), a.bit_count(), len(str(2 ** 3000)), hash(a) == a % (2 ** 61 - 1))
