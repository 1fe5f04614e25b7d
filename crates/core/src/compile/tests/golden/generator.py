def f(a):
    x = yield
    y = yield from a
    z = (x for x in a)
