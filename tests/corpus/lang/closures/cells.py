def counter(start=0):
    n = start
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    return inc, get
a, ga = counter()
b, gb = counter(10)
print(a(), a(), b(5), ga(), gb())
def make():
    fs = []
    for i in range(3):
        def f(): return i
        fs.append(f)
    i = "after"
    return [f() for f in fs]
print(make())
def make2():
    def bind(i):
        return lambda: i
    return [bind(i)() for i in range(3)]
print(make2())
def args(a, *rest, **kw):
    def show():
        return a, rest, kw
    a += 1
    return show
print(args(1, 2, 3, k=4)())
def levels():
    a = 1
    def l1():
        b = 2
        def l2():
            c = 3
            def l3():
                nonlocal a, b
                a += b + c
                b *= 2
                return a, b, c
            return l3
        return l2()
    f = l1()
    return f(), f(), a
print(levels())
def param(n):
    def dec():
        nonlocal n
        n -= 1
        return n
    return dec
d = param(3)
print(d(), d(), param(9)())
def self_ref():
    def fact(n):
        return 1 if n < 2 else n * fact(n - 1)
    return fact
print(self_ref()(6))
def memo(fn):
    cache = {}
    def call(n):
        if n not in cache:
            cache[n] = fn(n)
        return cache[n]
    return call
fib = memo(lambda n: n if n < 2 else fib(n - 1) + fib(n - 2))
print(fib(80))
def delete_cell():
    x = 1
    def f(): return x
    del x
    try:
        f()
    except NameError as error:
        return str(error)
print(delete_cell())
