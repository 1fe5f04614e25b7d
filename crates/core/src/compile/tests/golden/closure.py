def f(a):
    b = a
    def g():
        nonlocal b
        b += a
        return lambda: b
    return g
