def f():
    try:
        g()
    except ZeroDivisionError:
        print("logging")
        raise
def g():
    1 // 0
f()
