def f():
    pass
@f
