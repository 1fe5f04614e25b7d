def g():
    try:
        while True:
            try:
                x = yield "ready"
                print("got", x)
            except ValueError as error:
                print("caught", error)
                yield "handled"
    finally:
        print("cleanup")
it = g()
print(next(it), it.throw(ValueError("v")), next(it))
try:
    it.throw(KeyError("k"))
except KeyError as error:
    print("out", error)
print(next(it, "finished"))
it = g()
next(it)
print(it.close(), it.close(), next(it, "closed"))
it = g()
it.close()
print(next(it, "never started"))
it = g()
try:
    it.throw(TypeError("before start"))
except TypeError as error:
    print(error, next(it, "dead"))
def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("ignoring")
            yield 2
s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)
def finisher():
    try:
        yield 1
    except GeneratorExit:
        print("exit seen")
        return
f = finisher()
next(f)
print(f.close())
def raises():
    try:
        yield 1
    finally:
        raise OSError("in finally")
r = raises()
next(r)
try:
    r.close()
except OSError as error:
    print(error, type(error.__context__).__name__)
def stop():
    yield 1
    raise StopIteration("inside")
try:
    list(stop())
except RuntimeError as error:
    print(error, repr(error.__cause__))
def swallow():
    try:
        yield 1
    except ValueError:
        pass
    yield 2
w = swallow()
next(w)
print(w.throw(ValueError), next(w, "end"))
try:
    w.throw(ValueError)
except ValueError as error:
    print(repr(error))
try:
    w.throw(5)
except TypeError as error:
    print(error)
