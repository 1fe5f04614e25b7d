"""Name resolution: class bodies, comprehensions in classes, nested functions, global and nonlocal, exec and del."""

x = 'global'


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class Body:
    before = x
    x = 'class'
    after = x
    listed = [x for _ in range(1)]
    first = [y for y in (x, 'in the first iterable')]
    lambda_ = lambda: x
    del x
    deleted = x

    def method(self):
        return x

    class Inner:
        seen = x


print(Body.before, Body.after, Body.listed, Body.first, Body.lambda_(), Body.deleted, Body().method(), Body.Inner.seen)


def outer():
    x = 'outer'

    class Local:
        y = x
        x = 'shadowed' if y == 'outer' else 'global was read'

        def get(self):
            return x

    class Global:
        global x
        seen = x

        def get(self):
            return x

    class Nonlocal:
        nonlocal x
        x = 'changed by the class body'
    return Local.x, Local().get(), Global.seen, Global().get(), x, 'x' in vars(Nonlocal)


print(attempt(outer))


def unbound(flag):
    if flag:
        value = 1
    try:
        return value
    finally:
        value = 2


def deleted():
    value = 1
    del value
    return value


def closure_unbound():
    def inner():
        return later
    early = attempt(inner)
    later = 'now'
    return early, inner()


def closure_deleted():
    value = 1

    def inner():
        nonlocal value
        del value
        return value
    return attempt(inner), attempt(lambda: value)


def loop_closures():
    return [f() for f in [lambda: i for i in range(3)]], [f() for f in [lambda i=i: i for i in range(3)]], [(lambda: j)() for j in range(3)]


print(unbound(1), attempt(unbound, 0), '|', attempt(deleted), '|', closure_unbound(), closure_deleted(), loop_closures())


def comprehension_scope():
    x = 5
    got = [x for x in range(3)]
    walrus = [(last := y) for y in 'ab']
    nested = [[x + z for z in range(2)] for _ in 'a']
    return x, got, last, walrus, nested, {x: x for x in 'k'}, 'y' in locals()


print(comprehension_scope())


def counter():
    count = 0

    def bump(by=1):
        nonlocal count
        count += by
        return count

    def reset():
        nonlocal count
        count, old = 0, count
        return old
    return bump, reset, lambda: count


bump, reset, look = counter()
print(bump(), bump(5), look(), reset(), look(), bump.__code__.co_freevars, counter.__code__.co_cellvars)


def exec_cannot_bind():
    x = 'local'
    exec('x = "exec"; made = 1')
    return x, attempt(lambda: eval('made')), 'made' in globals()


print(exec_cannot_bind(), eval('x'), eval('[x for _ in "a"]'), attempt(eval, '(lambda: y)()', {}, {'y': 1}), eval('y', {}, {'y': 2}))


def globals_made():
    global fresh, x
    fresh, x = 'made', 'reassigned'
    for fresh in range(2):
        pass
    import math as fresh_module
    return attempt(lambda: fresh_module.pi > 3)


print(globals_made(), fresh, x)
del fresh
print(attempt(lambda: fresh), '|', attempt(lambda: undefined_here), '|', attempt(lambda: __builtins__ is not None))
for source in 'def f():\n x = 1\n global x', 'def f(x):\n global x', 'nonlocal x', 'def f():\n nonlocal x', 'def f():\n x\n nonlocal x', 'class C:\n nonlocal x', 'def f():\n global x\n nonlocal x', '[(x := 1) for x in y]', 'class C:\n [(z := 1) for i in y]', '[i := 0 for i in y]', 'def f(a, a): 1', 'def f(__debug__): 1', 'x = [(yield) for i in y]', '[j for j in (k := [1])]', 'def f():\n import x\n global x', 'def f():\n for x in y: pass\n global x', 'def f():\n x: int\n global x', 'def f():\n global x\n x: int = 1':
    print(attempt(compile, source, 'f', 'exec') if 'code' not in repr(attempt(compile, source, 'f', 'exec')) else 'fine')
