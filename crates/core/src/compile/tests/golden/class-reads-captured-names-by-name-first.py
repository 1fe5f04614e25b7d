def f(x):
    class A:
        x = x
        y = x
