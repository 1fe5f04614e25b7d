def f(xs):
    s = 0
    for x in xs:
        if x is None: continue
        if x == 9: break
        s += x
    else:
        s = -1
    return s
