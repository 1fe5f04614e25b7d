def f(n):
    try:
        raise KeyError(n)
    except KeyError:
        if n:
            f(n - 1)
        raise
f(2)
