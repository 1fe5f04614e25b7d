# Descriptors with one of __set__ and __delete__, and the names of nested classes in messages.


class Sets:
    def __get__(self, obj, kind=None):
        return "got"

    def __set__(self, obj, value):
        print("set", value)


class Deletes:
    def __delete__(self, obj):
        print("delete")


class Both(Sets, Deletes):
    pass


class Undone(Sets):
    __delete__ = None


class Home:
    a, b, c, d = Sets(), Deletes(), Both(), Undone()


def attempt(what, *args):
    try:
        print(what(*args))
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


home = Home()
for name in "abcd":
    attempt(setattr, home, name, 1)
    attempt(delattr, home, name)
    print(name, sorted(vars(home)))
del home.c
home.a = 2
try:
    del home.a
except AttributeError as error:
    print(error.args, error.name, error.obj)
try:
    home.b = 3
except AttributeError as error:
    print(error.args)
print(vars(home))


def local():
    class Outer:
        @property
        def p(self):
            return 1

        class Inner:
            pass

    return Outer


Outer = local()
attempt(setattr, Outer(), "p", 1)
attempt(delattr, Outer(), "p")
attempt(lambda: type("X", (Outer.Inner,), {}, k=1))
attempt(Outer.Inner.__init_subclass__, 1)
attempt(lambda: type("X", (Outer.Inner,), {}))
Outer.__qualname__ = "Renamed"
attempt(setattr, Outer(), "p", 1)
attempt(lambda: type("X", (Outer,), {}, k=1))


def optional(a=1):
    return a


def one(a, /, *, k=0):
    return a


attempt(optional, 1, 2)
attempt(lambda: optional(1, 2, 3))
attempt(one, 1, 2)
attempt(lambda: one(1, 2, k=3))
