"""What is a routine, a descriptor, a wrapper; classify_class_attrs; abstract classes."""
import abc
import inspect
import types


def attempt(what, function):
    try:
        print(what, "->", function())
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


class Slotted:
    __slots__ = ("a",)


class ReadOnly:
    """Only __get__."""
    def __get__(self, instance, owner):
        return "read"


class Data(ReadOnly):
    def __set__(self, instance, value):
        raise AttributeError("no")


class Deleter:
    def __delete__(self, instance):
        pass


class Shape(abc.ABC):
    unit = "cm"
    reader, data, deleter = ReadOnly(), Data(), Deleter()

    @abc.abstractmethod
    def area(self): ...

    @classmethod
    def unit_shape(cls): ...

    @staticmethod
    def helper(): ...

    @property
    def name(self): ...

    def __call__(self): ...

    class Inner: ...


class Square(Shape):
    def area(self):
        return 1


TESTS = [inspect.isroutine, inspect.isbuiltin, inspect.isfunction, inspect.ismethod, inspect.isclass,
         inspect.ismethoddescriptor, inspect.isdatadescriptor, inspect.isgetsetdescriptor,
         inspect.ismemberdescriptor, inspect.ismethodwrapper, inspect.ismodule]
subjects = {
    "len": len, "[].append": [].append, "list.append": list.append, "int.__add__": int.__add__,
    "(1).__add__": (1).__add__, "slot": Slotted.a, "function.__code__": types.FunctionType.__code__,
    "property": Shape.__dict__["name"], "classmethod": Shape.__dict__["unit_shape"],
    "bound classmethod": Shape.unit_shape, "staticmethod": Shape.__dict__["helper"],
    "function": Shape.area, "method": Square().area, "class": Shape.Inner, "reader": Shape.__dict__["reader"],
    "data": Shape.__dict__["data"], "deleter": Shape.__dict__["deleter"], "module": inspect,
    "instance": Square(), "str.maketrans": str.maketrans, "dict.fromkeys": dict.fromkeys,
}
for name, subject in subjects.items():
    print(f"{name:18}", *[test.__name__[2:] for test in TESTS if test(subject)])

print("isabstract:", [inspect.isabstract(cls) for cls in (Shape, Square, abc.ABC, int, Shape.area, Square())])
for attribute in inspect.classify_class_attrs(Square):
    if not attribute.name.startswith("_") or attribute.name in ("__call__", "__init__", "__doc__"):
        print(attribute.name, attribute.kind, attribute.defining_class.__name__)
first = inspect.classify_class_attrs(Slotted)[-1]
print(first, isinstance(first, inspect.Attribute))

for test in TESTS:
    attempt(test.__name__, lambda: test())
attempt("isabstract", lambda: inspect.isabstract())
attempt("isroutine", lambda: inspect.isroutine())
attempt("isbuiltin", lambda: inspect.isbuiltin())
attempt("ismethod", lambda: inspect.ismethod())
attempt("isclass", lambda: inspect.isclass())
attempt("ismethoddescriptor", lambda: inspect.ismethoddescriptor())
attempt("isdatadescriptor", lambda: inspect.isdatadescriptor())
attempt("isgetsetdescriptor", lambda: inspect.isgetsetdescriptor())
attempt("ismemberdescriptor", lambda: inspect.ismemberdescriptor())
attempt("ismethodwrapper", lambda: inspect.ismethodwrapper())
attempt("ismodule", lambda: inspect.ismodule())
attempt("classify_class_attrs", lambda: inspect.classify_class_attrs(5))
attempt("Attribute", lambda: inspect.Attribute("a", "data"))
