def a(x): return b(x) + 1
def b(x): return c(x, y=x)
def c(x, y): return x.upper() + y
a(5)
