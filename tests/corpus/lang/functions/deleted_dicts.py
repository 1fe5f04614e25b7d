# Deleting and replacing `__dict__`.
import functools
import types


def t(name, do):
    try:
        print(name, "->", repr(do())[:150])
    except BaseException as error:
        print(name, "|", type(error).__name__, str(error)[:200])



def f():
    pass


class C:
    pass


class Slots:
    __slots__ = ("a",)


class Dict:
    __slots__ = ("__dict__",)


class Error(ValueError):
    pass


class Prop:
    @property
    def p(self):
        pass

    @staticmethod
    def s():
        pass


def deleted(o):
    o.x = 1
    del o.__dict__
    return o.__dict__


def without(o):
    del o.__dict__


def replaced(o, value):
    o.__dict__ = value
    return "ok"


objects = [f, C(), C, types.ModuleType("m"), Slots(), Dict(), 5, ValueError(), Error(), lambda: 1, len, functools.partial(f), [], type("L", (list,), {})([]), Prop.__dict__["s"], Prop.__dict__["p"]]
for o in objects:
    name = type(o).__name__
    t(name + " deleted", lambda: deleted(o))
    t(name + " without", lambda: without(o))
    for value in [5, None, {"z": 1}, [], types.MappingProxyType({})]:
        t(name + " replaced " + type(value).__name__, lambda: replaced(o, value))
for name in ["__name__", "__qualname__", "__module__", "__dict__", "__bases__", "__mro__", "nothing", "real"]:
    t("int " + name, lambda: delattr(int, name))
    t("int set " + name, lambda: setattr(int, name, 1))
