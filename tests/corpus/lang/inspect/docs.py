"""getdoc and cleandoc: indentation, inheritance from base classes, things without text."""
import inspect


def attempt(what, function):
    try:
        print(what, "->", repr(function()))
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


class Base:
    """The base.

    With a second paragraph,
        an indented line,

    and the end.

    """

    def run(self):
        """Runs.

        Twice.
        """

    @classmethod
    def make(cls):
        """Makes."""

    @property
    def size(self):
        """The size."""
        return 0

    @staticmethod
    def helper():
        """Helps."""

    value = 5


class Derived(Base):
    def run(self):
        pass

    @classmethod
    def make(cls):
        pass

    @property
    def size(self):
        return 1

    @staticmethod
    def helper():
        pass


class Mixin:
    def run(self):
        """The mixin's text."""


class Both(Derived, Mixin):
    pass


class Own(Derived):
    "One line"

    def run(self): "own"


for subject in (Base, Derived, Both, Own, Base.run, Derived.run, Derived().run, Both.run, Own.run,
                Derived.make, Derived.__dict__["size"], Derived.size, Both().make):
    print(f"{getattr(subject, '__qualname__', 'property'):14}", repr(inspect.getdoc(subject)))
print(inspect.getdoc(lambda: 0), inspect.getdoc(type("Bare", (), {})), inspect.getdoc(5) == inspect.cleandoc(int.__doc__))
print(Derived.__doc__, repr(Derived.run.__doc__), inspect.getdoc(Derived.helper))


def described():
    pass


described.__doc__ = "Set\n   later\n     on\n"
print(repr(inspect.getdoc(described)))
described.__doc__ = 5
print(inspect.getdoc(described))

for text in ("", "one", "  one  ", "\n\n  one\n\n  two\n\n", "one\n  two\n    three\n  four", "a\n\tb\n\t  c",
             "first\nno indent\n   some", "\tx\n", "one\n  \n     \n  two", "   \n   "):
    print(repr(text), "->", repr(inspect.cleandoc(text)))
for line in ("", "x", "  x", "\tx", "  \t x", "    ", "\t\t"):
    print(repr(line), inspect.indentsize(line))
attempt("cleandoc of bytes", lambda: inspect.cleandoc(b"x"))
attempt("cleandoc of None", lambda: inspect.cleandoc(None))
attempt("getdoc", lambda: inspect.getdoc())
attempt("indentsize", lambda: inspect.indentsize(5))
