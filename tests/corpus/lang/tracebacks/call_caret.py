def outer(x):
    return inner(x + 1, [1, 2,
        3])
def inner(x, y):
    return int("bad" + str(x)) + len(y)
value = 1 + outer(2) * 3
