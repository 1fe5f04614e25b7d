# What is called takes itself away while it runs.
import gc


class B:
    def __call__(self, *args, **named):
        del B.__call__
        gc.collect()
        return [args, named, "z" * 3]

    def __new__(cls, *args, **named):
        del B.__new__
        gc.collect()
        return object.__new__(cls)

    def __init__(self, *args, **named):
        del B.__init__
        gc.collect()
        self.given = [args, named]

    def __add__(self, other):
        del B.__add__
        gc.collect()
        return NotImplemented

    def __getattr__(self, name):
        del B.__getattr__
        gc.collect()
        return name * 2

    def __enter__(self):
        del B.__enter__
        gc.collect()
        return [1]

    def __exit__(self, *args):
        del B.__exit__
        gc.collect()
        return True

    def __getitem__(self, index):
        del B.__getitem__
        gc.collect()
        return [index]

    def __setitem__(self, index, value):
        del B.__setitem__
        gc.collect()

    def __bool__(self):
        del B.__bool__
        gc.collect()
        return False

    def __len__(self):
        del B.__len__
        gc.collect()
        return 3

    def __contains__(self, item):
        del B.__contains__
        gc.collect()
        return [item]

    def __neg__(self):
        del B.__neg__
        gc.collect()
        return [self is not None]

    def __str__(self):
        del B.__str__
        gc.collect()
        return "st" + "r"

    @property
    def shown(self):
        del B.shown
        gc.collect()
        return [1, 2]


class C(B):
    def __radd__(self, other):
        return [8] * 2


b = B([1], *[2, 3], **{"q": [1]})
print(b.given, b(1, *[2, 3], **{"q": [1]}))
print(b + object.__new__(C), b.missing)
with b as entered:
    print(entered)
    raise ValueError([1])
print(b[[5][0]])
b[1] = [2]
print(not b, len(b), -b, 3 in b, str(b), b.shown)


class Getting:
    def __get__(self, instance, owner):
        del D.d
        gc.collect()
        return ["d"]

    def __set__(self, instance, value):
        del D.d
        gc.collect()


class D:
    d = Getting()


print(D().d)
D.d = Getting()
D().d = [1]


def outer():
    f = lambda: 0

    def inner():
        nonlocal f
        f = None
        gc.collect()
        return [1]

    f = inner
    return f()


print(outer())


def defaults():
    def g(a=[1] * 2, b=(2, 3)):
        g.__defaults__ = None
        gc.collect()
        return a, b

    return g()


print(defaults())
for item in (items := [[1], [2]]):
    items[:] = []
    gc.collect()
    print(item)
print(sorted(([i] for i in range(5)), key=lambda x: gc.collect() and 0 or -x[0]))
