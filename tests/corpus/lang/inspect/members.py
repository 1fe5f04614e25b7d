"""getmembers, getmembers_static, getattr_static: with properties, slots, __getattr__, metaclasses."""
import inspect


def attempt(what, function):
    try:
        print(what, "->", function())
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


class Meta(type):
    registry = "of the metaclass"

    @property
    def computed(cls):
        return cls.__name__.upper()


class Busy(metaclass=Meta):
    __slots__ = ("slot", "empty")
    calls = []

    def __init__(self):
        self.slot = 1

    def __getattr__(self, name):
        if name[:2] != "__":
            self.calls.append(name)
        if name.startswith("made_"):
            return name
        raise AttributeError(name)

    @property
    def risky(self):
        self.calls.append("risky")
        raise AttributeError("not now")

    @property
    def fine(self):
        return "fine"

    @staticmethod
    def static(): pass


class Open(Busy):
    def __init__(self):
        super().__init__()
        self.extra = "in the dict"
        self.__dict__["fine"] = "shadowed by the property"

    def __dir__(self):
        return ["extra", "nowhere", "fine", "made_up"]


def visible(pairs):
    return [(name, value) for name, value in pairs if not name.startswith("__") and not callable(value)]


print(visible(inspect.getmembers(Open())))
print(Busy.calls)
Busy.calls.clear()
print([name for name, _ in inspect.getmembers_static(Busy()) if not name.startswith("__")], Busy.calls)
print([name for name, _ in inspect.getmembers(Busy, inspect.isfunction)])
print([name for name, _ in inspect.getmembers(Busy, inspect.isdatadescriptor) if name[0] != "_"])
print(inspect.getmembers(3, lambda value: isinstance(value, int)))
print([name for name, _ in inspect.getmembers_static(3, inspect.isgetsetdescriptor) if name[0] != "_"])

print("getattr_static")
busy, opened = Busy(), Open()
print(inspect.getattr_static(opened, "extra"), inspect.getattr_static(opened, "fine") is Busy.__dict__["fine"])
print(isinstance(inspect.getattr_static(Busy, "static"), staticmethod), inspect.getattr_static(Busy, "registry"))
print(isinstance(inspect.getattr_static(Busy, "computed"), property), Busy.computed)
print(inspect.getattr_static(busy, "slot") is Busy.__dict__["slot"], inspect.getattr_static(busy, "made_x", "default"))
print(busy.made_x, Busy.calls)
attempt("unknown", lambda: inspect.getattr_static(busy, "unknown"))
attempt("of a class", lambda: inspect.getattr_static(Busy, "unknown"))
attempt("metaclass attribute on an instance", lambda: inspect.getattr_static(busy, "registry"))
attempt("too few", lambda: inspect.getattr_static(busy))
attempt("bad predicate", lambda: inspect.getmembers(busy, 5))
attempt("bad predicate", lambda: inspect.getmembers_static(busy, 5))
attempt("raising predicate", lambda: inspect.getmembers(busy, lambda value: 1 / 0))


class Raises:
    @property
    def bad(self):
        raise ValueError("from the property")


attempt("a property that raises", lambda: inspect.getmembers(Raises()))
print(isinstance(dict(inspect.getmembers_static(Raises()))["bad"], property))
