def fail(n):
    if n == 0:
        raise ValueError("from module")
    fail(n - 1)
