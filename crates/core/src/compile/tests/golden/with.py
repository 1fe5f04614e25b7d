def f(x):
    with x as y:
        y()
