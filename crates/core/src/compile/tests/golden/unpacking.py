def f(x):
    a, b = b, a = x
    a, b = b, a
    c, *d, (e, x.y) = a
