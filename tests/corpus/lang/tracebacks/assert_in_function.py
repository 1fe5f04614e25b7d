def positive(n):
    assert n > 0, ("must be positive", n)
    return n
positive(1)
positive(-1)
