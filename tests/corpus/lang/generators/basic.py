def count(n):
    print("start")
    for i in range(n):
        yield i
    print("end")
g = count(2)
print("made")
print(next(g), next(g), next(g, "stop"), next(g, "again"))
print(list(count(3)), sum(x for x in count(2)))
def two():
    yield
    x = yield 1
    return "value"
g = two()
print(next(g), next(g))
try:
    next(g)
except StopIteration as stop:
    print(repr(stop), stop.value, stop.args)
def empty():
    return
    yield
print(list(empty()))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
print([x for x, _ in zip(fib(), range(12))])
def tree(n):
    if n:
        for x in tree(n - 1): yield x
        yield n
        for x in tree(n - 1): yield x
print(list(tree(3)))
def pipeline(src, *fs):
    for f in fs: src = f(src)
    return src
print(list(pipeline(range(10), lambda s: (x * x for x in s), lambda s: (x for x in s if x % 2), lambda s: (str(x) for x in s))))
def sieve():
    src = iter(range(2, 60))
    while True:
        try:
            p = next(src)
        except StopIteration:
            return
        yield p
        src = filter(lambda n, p=p: n % p, src)
print(list(sieve()))
g = count(1)
print(iter(g) is g, type(g).__name__, g.__name__, hasattr(g, "__next__"))
a, *b = (x for x in "abc")
print(a, b, *(x for x in "de"), max(x for x in (3, 1)), 2 in (x for x in range(5)))
