def f(a, g):
    g(a, 1)
    a.m(g)
    g(a, k=1)
    a.m(k=a)
    g(*a, **g)
    g(1, *a, 2, x=1, **g, y=2)
