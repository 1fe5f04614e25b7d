class Outer:
    class Inner(Exception):
        def __str__(self):
            return "custom text"
def f():
    raise Outer.Inner(1, 2)
f()
