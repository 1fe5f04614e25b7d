def inner():
    try:
        yield 1
    except KeyError as error:
        got = yield ("caught", error.args)
        return ("returned", got)
    finally:
        print("inner ends")
def outer():
    try:
        result = yield from inner()
        print(result)
        yield "outer"
    except ValueError as error:
        yield ("outer caught", error.args)
    finally:
        print("outer ends")
o = outer()
print(next(o), o.throw(KeyError("k")), o.send(5))
print(list(o))
o = outer()
print(next(o), o.throw(ValueError("v")), list(o))
o = outer()
next(o)
o.close()
class Hands:
    def __iter__(self):
        return self
    def __next__(self):
        return "next"
    def throw(self, error):
        if isinstance(error, LookupError):
            raise StopIteration("by throw")
        return ("thrown", error.args)
    def close(self):
        print("closed")
def to_hands():
    print((yield from Hands()))
    yield "behind"
h = to_hands()
print(next(h), h.throw(ValueError("x")), next(h), h.throw(KeyError("y")))
h = to_hands()
next(h)
h.close()
def to_list():
    try:
        yield from [1, 2, 3]
    except ValueError:
        yield "list"
l = to_list()
print(next(l), l.throw(ValueError), list(l))
def returns():
    try:
        yield 1
    except KeyError:
        return "value"
def delegates():
    print((yield from returns()))
    yield 2
d = delegates()
print(next(d), d.throw(KeyError), list(d))
def ignores():
    for _ in range(2):
        try:
            yield 1
        except GeneratorExit:
            pass
def around():
    yield from ignores()
a = around()
next(a)
try:
    a.close()
except RuntimeError as error:
    print(error)
