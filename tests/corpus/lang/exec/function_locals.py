# exec, eval, locals, vars and dir inside of functions and classes.
def f():
    loc = 7
    exec("q = loc + 1")
    print(eval("q"), locals(), eval("loc"))
    try:
        q
    except NameError as e:
        print(e)
    print(sorted(vars()), dir())
    del loc
    print(locals())
    locals()['extra'] = 1
    print(locals())


f()


def cells():
    a = 1

    def inner():
        b = a
        return locals(), dir()

    c = locals()
    print(sorted(c), c is locals())
    print(inner())
    a = 2
    print(inner(), locals()['a'])


cells()


def gen():
    x = 1
    yield sorted(locals())
    y = 2
    yield sorted(locals())


print(list(gen()))


class C:
    one = 1
    print(sorted(n for n in locals() if not n.startswith('__')))
    locals()['two'] = 2
    exec("three = one + two")
    print(eval("three"), dir()[-3:])


print(C.two, C.three)
print(locals() is globals(), vars() is globals())


def args(a, *rest, k=1, **kw):
    return locals()


print(args(1, 2, k=3, z=4))


def nested():
    t = 1

    class D:
        u = t
        seen = sorted(n for n in locals() if not n.startswith('__'))

    return D.seen, eval("(lambda: 5)()")


print(nested())


def no_leak():
    exec("a = 1; b = 2")
    exec("c = a + b")
    return locals()['c']


print(no_leak())


def recursive(n):
    exec(f"v{n} = n")
    if n:
        recursive(n - 1)
    return sorted(locals())


print(recursive(2))
try:
    vars(5)
except TypeError as e:
    print(e)
