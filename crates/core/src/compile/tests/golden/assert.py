def f(a):
    assert a > 1, a
