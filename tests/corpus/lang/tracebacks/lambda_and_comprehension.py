f = lambda x: 1 / x
result = [f(v) for v in (2, 1, 0)]
