def f(a, b):
    if not a < b or a >= 2 and not b: return 1
    return a if a <= b < 3 else b
