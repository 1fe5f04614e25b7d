def attempt(action):
    try:
        print(action())
    except TypeError as error:
        print(error)
def zero(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def default(a, b=1, c=2): pass
def star(a, *rest): pass
def kwonly(a, *rest, k, m): pass
def kw(a, **extra): pass
attempt(lambda: zero(1))
attempt(lambda: zero(1, 2))
attempt(lambda: zero(x=1))
attempt(lambda: one())
attempt(lambda: one(1, 2))
attempt(lambda: one(1, a=1))
attempt(lambda: one(b=1))
attempt(lambda: two())
attempt(lambda: two(1))
attempt(lambda: two(b=1))
attempt(lambda: two(1, 2, 3))
attempt(lambda: three())
attempt(lambda: default())
attempt(lambda: default(1, 2, 3, 4))
attempt(lambda: default(1, b=2, z=3))
attempt(lambda: star())
attempt(lambda: kwonly(1))
attempt(lambda: kwonly(1, k=1))
attempt(lambda: kwonly())
attempt(lambda: kw(1, 2))
attempt(lambda: kw(1, a=2))
attempt(lambda: one(*[1, 2]))
attempt(lambda: one(*5))
attempt(lambda: one(**5))
attempt(lambda: one(**{1: 2}))
attempt(lambda: kw(1, x=1, **{"x": 2}))
attempt(lambda: kw(**{"a": 1}, **{"a": 2}))
attempt(lambda: (lambda x: x)())
class C:
    def __init__(self, v): pass
    def method(self, a): pass
attempt(lambda: C())
attempt(lambda: C(1, 2))
attempt(lambda: C(1).method())
attempt(lambda: C(1).method(1, 2))
attempt(lambda: C.method())
attempt(lambda: C(1).method(b=1))
class D: pass
attempt(lambda: D(1))
attempt(lambda: D(x=1))
def outer():
    def inner(q): pass
    inner()
attempt(outer)
attempt(lambda: len())
attempt(lambda: len(1, 2))
attempt(lambda: len(5))
attempt(lambda: len(x=1))
attempt(lambda: ord())
attempt(lambda: [].append(x=1))
attempt(lambda: "".join())
attempt(lambda: isinstance(1))
attempt(lambda: print(foo=1))
attempt(lambda: print(sep=1))
attempt(lambda: sum())
attempt(lambda: abs("x"))
