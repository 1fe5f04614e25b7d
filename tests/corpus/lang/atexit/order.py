# Functions at the end: the last one first, with arguments, also after an error.
import atexit


def say(*args, **kwargs):
    print("say", args, kwargs)


before = atexit._ncallbacks()
print(atexit.register(say, 1, 2, key="value") is say, atexit._ncallbacks() - before)


@atexit.register
def decorated():
    print("decorated")


atexit.register(print, "printed", 1, sep="-")
atexit.register(say, "removed")
atexit.register(decorated)
print(atexit._ncallbacks() - before)
print(atexit.unregister(decorated), atexit._ncallbacks() - before)
atexit.unregister(len)
for bad in (None, 3, "x"):
    try:
        atexit.register(bad)
    except TypeError as error:
        print(error)
try:
    atexit.register()
except TypeError as error:
    print("TypeError")


class Thing:
    def method(self):
        print("method", self.name)

    def __del__(self):
        print("finalizer after the functions")


thing = Thing()
thing.name = "of a thing"
atexit.register(thing.method)


def chained():
    print("chained registers nothing more")


atexit.register(chained)
print("end of the program")
raise ValueError("ended by this")
