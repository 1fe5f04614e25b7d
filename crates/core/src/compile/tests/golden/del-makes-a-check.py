def f(x, y):
    for i in y:
        print(x)
        del x
    return i
