"""ABC, abstractclassmethod, abstractstaticmethod, abstractproperty, get_cache_token, at their limits."""
import abc
import warnings
from abc import ABC, ABCMeta, abstractclassmethod, abstractmethod, abstractproperty, abstractstaticmethod, get_cache_token


def attempt(what, function, *args):
    try:
        print(what, "->", function(*args))
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


class Source(ABC):
    @abstractclassmethod
    def open(cls, name): ...

    @abstractstaticmethod
    def check(name):
        return f"checked {name}"

    @abstractproperty
    def size(self):
        return 5

    @property
    @abstractmethod
    def name(self): ...

    @name.setter
    @abstractmethod
    def name(self, value): ...

    def close(self):
        return "closed"


print(sorted(Source.__abstractmethods__), [vars(Source)[name].__isabstractmethod__ for name in ("open", "check", "size", "name")], Source.check("x"))
attempt("Source()", Source)
attempt("ABC(1)", lambda: ABC(1))
attempt("ABC()", lambda: isinstance(ABC(), ABC))
attempt("abstractclassmethod(5)", lambda: abstractclassmethod(5))
attempt("abstractstaticmethod(5)", lambda: abstractstaticmethod(5))
attempt("abstractproperty of 5", lambda: abstractproperty(1, 2, 3, 4, 5))
try:
    get_cache_token(1)
except TypeError as error:
    print(type(error).__name__)
attempt("abstractmethod(5)", lambda: abstractmethod(5))


class Partial(Source):
    open = classmethod(lambda cls, name: cls())
    check = None
    size = 7
    name = property(lambda self: "n")


print(Partial.open("x").size, Partial().close(), Partial.__abstractmethods__, Partial().name)


class Getter(Source):
    open = check = size = None

    @property
    def name(self):
        return "only read"


print(Getter().name, Getter.__abstractmethods__)


class Setter(Source):
    open = check = size = None

    @Source.name.getter
    def name(self):
        return "the setter is abstract still"


attempt("Setter()", Setter)
token = get_cache_token()
Source.register(int)
print(get_cache_token() != token, issubclass(int, Source), isinstance(True, Source), issubclass(str, Source))
attempt("register", Source.register, 5)
attempt("a ring", ABCMeta.register, Partial, Source)
attempt("issubclass of 5", lambda: issubclass(5, Source))


class Late(ABC):
    pass


Late.work = abstractmethod(lambda self: None)
print(isinstance(Late(), Late), abc.update_abstractmethods(Late) is Late)
attempt("Late()", Late)
Late.work = lambda self: "done"
abc.update_abstractmethods(Late)
print(Late().work(), abc.update_abstractmethods(int))


class Quacks(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Quacks:
            return any("quack" in vars(base) for base in other.__mro__) or NotImplemented
        return NotImplemented


class Duck:
    def quack(self): ...


print(issubclass(Duck, Quacks), isinstance(Duck(), Quacks), issubclass(int, Quacks), Quacks in Duck.__mro__)


class Wrong(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return "yes"


attempt("a wrong hook", issubclass, int, Wrong)
