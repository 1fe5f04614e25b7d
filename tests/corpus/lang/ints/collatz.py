longest = best = 0
for start in range(1, 1500):
    n, steps = start, 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    if steps > longest:
        longest, best = steps, start
print(best, longest)
primes = [True] * 2000
primes[0] = primes[1] = False
for i in range(2, 45):
    if primes[i]:
        primes[i * i::i] = [False] * len(primes[i * i::i])
print(sum(primes), [i for i in range(100) if primes[i]])
def gcd(a, b):
    while b:
        a, b = b, a % b
    return a
print(gcd(2 ** 90 * 15, 3 ** 40 * 10), gcd(0, 5), gcd(1071, 462))
root = 10 ** 40
while root * root > 2 * 10 ** 60:
    root = (root + 2 * 10 ** 60 // root) // 2
print(root)
