def g(a, b, /, c, *, d): return a, b, c, d
def h(a, /): return a
for call in (lambda: g(a=1, b=2, c=3, d=4), lambda: g(1, b=2, c=3, d=4), lambda: h(zz=1, a=2), lambda: h(zz=1), lambda: sorted([1], foo=1), lambda: abs(1, 2, x=1), lambda: len(x=1), lambda: bool(1, 2, x=1)):
    try:
        print(call())
    except TypeError as error:
        print(error)
