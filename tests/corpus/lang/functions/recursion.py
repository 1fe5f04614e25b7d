def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
def fact(n):
    return 1 if n == 0 else n * fact(n - 1)
def ack(m, n):
    if m == 0: return n + 1
    if n == 0: return ack(m - 1, 1)
    return ack(m - 1, ack(m, n - 1))
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
def hanoi(n, a="A", b="B", c="C"):
    return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
def perms(items):
    if not items: return [[]]
    return [[x] + p for i, x in enumerate(items) for p in perms(items[:i] + items[i + 1:])]
print(fib(16), fact(30), ack(2, 3), even(400), odd(401), hanoi(8), perms([1, 2, 3]))
def queens(n, row=0, cols=()):
    if row == n: return 1
    return sum(queens(n, row + 1, cols + (c,)) for c in range(n) if all(c != d and abs(c - d) != row - r for r, d in enumerate(cols)))
print([queens(n) for n in range(1, 7)])
def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)
print(deep(900))
