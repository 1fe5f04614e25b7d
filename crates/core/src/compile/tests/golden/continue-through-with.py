def f(a):
    while a:
        with a: continue
