def f():
    global x
    x = y
    del x
