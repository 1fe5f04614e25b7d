# Functions that nothing but the call refers to, bound to an object.
class A:
    def method(self):
        pass


Bound = type(A().method)


def plain():
    return Bound(lambda self, *args, **named: (self, args, named), ["s"])(2, [3] * 2, x="y" * 2)


def defaults():
    return Bound(lambda self, *args, z=[5] * 2, **named: (self, args, named, z), "s")(2, [3] * 2, x=1)


def generator():
    return list(Bound(lambda self, *args, **named: (yield self, args, named), ["s"])(2, [3] * 2, x="y" * 2))


def simple_generator():
    return list(Bound(lambda self: (yield [self] * 2), ["s"])())


def wrong():
    def outer():
        def inner(self, a, *, key):
            pass
        return Bound(inner, 1)
    for call in (lambda: outer()(), lambda: outer()(1, 2), lambda: outer()(1), lambda: outer()(1, keys=2)):
        try:
            call()
        except TypeError as error:
            print(error)


for function in (plain, defaults, generator, simple_generator, wrong):
    print(function())
