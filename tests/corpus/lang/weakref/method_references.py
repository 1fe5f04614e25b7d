# WeakMethod and ref subclasses: observers that do not keep their objects alive.
import gc
import weakref


class Signal:
    def __init__(self):
        self.slots = []

    def connect(self, slot):
        kind = weakref.WeakMethod if hasattr(slot, "__self__") else weakref.ref
        self.slots.append(kind(slot, self.slots.remove))

    def send(self, *args):
        return [slot()(*args) for slot in list(self.slots)]


class Listener:
    def __init__(self, name):
        self.name = name

    def hear(self, text):
        return f"{self.name} heard {text}"

    def other(self, text):
        return f"{self.name} as well"


def function(text):
    return f"a function heard {text}"


signal = Signal()
one, two = Listener("one"), Listener("two")
signal.connect(one.hear)
signal.connect(two.hear)
signal.connect(two.other)
signal.connect(function)
print(signal.send("this"))
del one
gc.collect()
print(signal.send("that"), len(signal.slots))
plain = weakref.ref(two.hear)
bound = weakref.WeakMethod(two.hear)
gc.collect()
print(plain(), bound() == two.hear, bound()("itself"), bound() is not None)
print(bound == weakref.WeakMethod(two.hear), bound == weakref.WeakMethod(two.other), bound != weakref.WeakMethod(Listener("x").hear))
print(hash(bound) == hash(weakref.WeakMethod(two.hear)), isinstance(bound, weakref.ref), type(bound).__name__)
for bad in (function, 3, Listener, len, two):
    try:
        weakref.WeakMethod(bad)
    except TypeError as error:
        print(error)
del two, bad
gc.collect()
print(bound(), bound == bound, signal.send("gone"))


class Named(weakref.ref):
    __slots__ = ("name",)

    def __new__(cls, target, callback=None, name=None):
        return super().__new__(cls, target, callback)

    def __init__(self, target, callback=None, name=None):
        super().__init__(target, callback)
        self.name = name


told = []
listener = Listener("named")
first, second = Named(listener, lambda ref: told.append(ref.name), "first"), Named(listener, lambda ref: told.append(ref.name), "second")
print(first() is second(), first is second, first == second, first.name, weakref.getweakrefcount(listener))
print([ref.name for ref in weakref.getweakrefs(listener) if isinstance(ref, Named)] in (["first", "second"], ["second", "first"]))
print(weakref.ref(listener) is weakref.ref(listener), weakref.ref(listener) == first, weakref.ReferenceType is weakref.ref)
listener = None
gc.collect()
print(sorted(told), first(), first == second, first == first)


def fails(kind, *args):
    try:
        kind(*args)
    except TypeError as error:
        print(kind.__name__, type(error).__name__)


fails(weakref.ReferenceType)
fails(weakref.ReferenceType, 5)
fails(weakref.ReferenceType, listener)
fails(weakref.ref, "text", None, None)
fails(weakref.getweakrefcount)
fails(weakref.getweakrefs, 1, 2)
print(weakref.getweakrefcount(5), weakref.getweakrefs(5))
for kind in (int, str, tuple, list, dict, type(None), object):
    try:
        weakref.ref(kind() if kind is not type(None) else None)
        print(kind.__name__, "can be referred to")
    except TypeError as error:
        print(error)
