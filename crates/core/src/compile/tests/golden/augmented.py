def f(a):
    a += 1
    a.b -= a
    a[1] *= 2
