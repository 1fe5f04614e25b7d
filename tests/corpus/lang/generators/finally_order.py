log = []
def g(name):
    try:
        log.append(f"{name} start")
        yield 1
        yield 2
        log.append(f"{name} end")
    finally:
        log.append(f"{name} finally")
def show():
    print(log)
    log.clear()
list(g("exhausted"))
show()
x = g("closed")
next(x)
x.close()
log.append("after close")
show()
def inner_outer():
    try:
        for v in g("inner"):
            yield v
    finally:
        log.append("outer finally")
for v in inner_outer():
    log.append(v)
show()
def reraise():
    source = g("in")
    try:
        for v in source:
            yield v
            raise ValueError("mid")
    except ValueError as error:
        log.append(str(error))
        source.close()
        yield "recovered"
print(list(reraise()))
show()
class CM:
    def __enter__(self):
        log.append("enter")
        return self
    def __exit__(self, t, v, tb):
        log.append(("exit", t.__name__ if t else None))
def with_gen():
    with CM():
        yield 1
        yield 2
list(with_gen())
show()
w = with_gen()
next(w)
w.close()
show()
w = with_gen()
next(w)
try:
    w.throw(KeyError("x"))
except KeyError as error:
    log.append(repr(error))
show()
def ret_in_finally():
    try:
        yield 1
        raise ValueError("lost")
    finally:
        return "returned"
r = ret_in_finally()
next(r)
try:
    next(r)
except StopIteration as stop:
    print(stop.value)
def exc_state():
    try:
        raise KeyError("outer")
    except KeyError:
        yield "in handler"
        try:
            raise
        except KeyError as error:
            yield f"still {error}"
e = exc_state()
try:
    raise ValueError("caller")
except ValueError:
    print(next(e))
    try:
        raise
    except ValueError as error:
        print("caller has", error)
print(next(e))
