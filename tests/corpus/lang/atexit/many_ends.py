# Functions for the end: order, arguments, taking back, errors among them, registering while ending.
import atexit
import sys


class Unequal:
    def __init__(self, name):
        self.name = name

    def __call__(self, *args, **kwargs):
        print("called", self.name, args, kwargs)

    def __eq__(self, other):
        return isinstance(other, Unequal) and self.name == other.name


def fails(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__)


@atexit.register
def decorated():
    print("decorated, at the very end", sys.exc_info())


print(decorated.__name__, atexit.register(print, "registered with", 2, sep="-") is print)
one, same, other = Unequal("one"), Unequal("one"), Unequal("other")
atexit.register(one, 1)
atexit.register(other, key="word")
atexit.register(one, 2)
print(atexit.unregister(same), atexit.unregister(print), atexit.unregister(len))
fails(atexit.register)
fails(atexit.register, 5)
fails(atexit.unregister)
fails(atexit.unregister, 1, 2)


class Falls:
    def __init__(self, error):
        self.error = error

    def __repr__(self):
        return f"<falls with {self.error!r}>"

    def __call__(self):
        raise self.error


atexit.register(Falls(ZeroDivisionError("at the end")))


@atexit.register
def late():
    print("late registers more")
    atexit.register(print, "registered while ending")


atexit.register(Falls(KeyError("an error is shown, the others run")))
atexit.register(sys.exit, "not an exit")
atexit.register(atexit.unregister, decorated)
atexit.register(atexit.register, decorated)
print("the program ends")
sys.stdout.flush()
