# except* among loops, generators, functions and other handlers.
def loop():
    for i in range(3):
        try:
            if i == 1:
                continue
            raise ExceptionGroup("g", [ValueError(i)])
        except* ValueError as e:
            for j in range(5):
                if j == 1:
                    continue
                if j == 3:
                    break
                print("handler", i, j)
            while True:
                break
        finally:
            print("finally", i)
    return "done"


print(loop())


def gen():
    try:
        yield 1
    except* ValueError as e:
        got = yield repr(e)
        print("sent", got)
        try:
            yield "inside"
        except KeyError as k:
            print("thrown", k)
            raise TypeError("from handler")
    except* TypeError as e:
        yield "type"
    else:
        yield "else"
    yield "after"


g = gen()
print(next(g), g.throw(ExceptionGroup("g", [ValueError(1), TypeError(2)])), g.send("s"), g.throw(KeyError("k")))
try:
    next(g)
except BaseException as e:
    print(repr(e), [repr(x) for x in getattr(e, 'exceptions', ())])
g = gen()
print(next(g), next(g), next(g), list(g))


def closure():
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError as e:
        kept = e

        def inner():
            return kept, lambda: e

    a, b = inner()
    try:
        b()
    except NameError as n:
        print(repr(a), n)


closure()


class Body:
    try:
        raise ExceptionGroup("class", [ValueError("in class")])
    except* ValueError as e:
        text = str(e)
    print("e" in locals())


print(Body.text)


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        print("exit", kind and kind.__name__, repr(value))
        return isinstance(value, TypeError)


def with_inside():
    try:
        with Manager():
            raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError:
        with Manager():
            raise TypeError("swallowed")
        print("after with")
    except* KeyError:
        with Manager():
            raise RuntimeError("not swallowed")


try:
    with_inside()
except ExceptionGroup as e:
    print(repr(e), e.exceptions[0].__context__)
except RuntimeError as e:
    print(repr(e), repr(e.__context__))


def deep(n):
    try:
        if n == 0:
            raise ValueError("bottom")
        deep(n - 1)
    except* ValueError as e:
        raise ExceptionGroup(f"level {n}", [e])


try:
    deep(4)
except ExceptionGroup as e:
    print(repr(e))


def unbound(fail):
    try:
        if fail:
            raise ValueError
        x = 1
    except* ValueError:
        y = 2
    try:
        return x
    except UnboundLocalError as e:
        return str(e), y


print(unbound(False), unbound(True))


def returns():
    try:
        try:
            return "from try"
        except* ValueError:
            pass
        finally:
            print("on the way")
    finally:
        print("outer")


print(returns())


async def main():
    try:
        raise ExceptionGroup("a", [ValueError(1), TypeError(2)])
    except* ValueError as e:
        await other(e)
    except* TypeError as e:
        return_value.append(repr(e))


async def other(e):
    raise OSError("async") from e


return_value = []
try:
    main().send(None)
except OSError as e:
    print(repr(e), repr(e.__cause__), return_value)
