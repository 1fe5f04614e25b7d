"""getcallargs, getfullargspec, getclosurevars: how values reach names."""
import functools
import inspect


def attempt(what, function):
    try:
        print(what, "->", function())
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


def full(a, b=2, /, c=3, *rest, d, e=5, **others): ...
def none(): ...
def three(x, y, z): ...
def keywords(*, k, m): ...


class Owner:
    def method(self, value, flag=False): ...

    @classmethod
    def build(cls, source: str) -> "Owner": ...

    @staticmethod
    def plain(*values): ...

    def __call__(self, now: int = 0): ...


class Made:
    def __init__(self, size, color="red"): ...


print(inspect.getcallargs(full, 1, d=4))
print(inspect.getcallargs(full, 1, 2, 3, 4, 5, d=6, z=7))
print(inspect.getcallargs(three, 1, z=3, y=2), inspect.getcallargs(none))
owner = Owner()
print(inspect.getcallargs(owner.method, 5)["value"], inspect.getcallargs(Owner.method, 1, 2))
print(inspect.getcallargs(Owner.plain, 1, 2), inspect.getcallargs(Owner.build, "s")["source"])
print("errors, in the words of a call")
attempt("none(1)", lambda: inspect.getcallargs(none, 1))
attempt("none(x=1)", lambda: inspect.getcallargs(none, x=1))
attempt("three()", lambda: inspect.getcallargs(three))
attempt("three(1, 2)", lambda: inspect.getcallargs(three, 1, 2))
attempt("three(1)", lambda: inspect.getcallargs(three, 1))
attempt("three(1, 2, 3, 4)", lambda: inspect.getcallargs(three, 1, 2, 3, 4))
attempt("three(1, x=1)", lambda: inspect.getcallargs(three, 1, x=1))
attempt("keywords()", lambda: inspect.getcallargs(keywords))
attempt("keywords(1)", lambda: inspect.getcallargs(keywords, 1))
attempt("full()", lambda: inspect.getcallargs(full))
attempt("method()", lambda: inspect.getcallargs(owner.method))
attempt("method(1, 2, 3)", lambda: inspect.getcallargs(owner.method, 1, 2, 3))

print("specifications")
for subject in (full, none, keywords, Owner.method, owner.method, Owner.build, Owner.plain, owner, Owner,
                functools.partial(three, 1), Made, functools.partial(full, c=9)):
    attempt(getattr(subject, "__name__", type(subject).__name__), lambda: inspect.getfullargspec(subject))
attempt("a number", lambda: inspect.getfullargspec(5))
attempt("FullArgSpec", lambda: inspect.FullArgSpec([]))

print("closures")
THRESHOLD = 10


def maker(step):
    total = 0

    def adder(value):
        nonlocal total
        total += step + value + missing + len([THRESHOLD])
        return total, print
    return adder


found = inspect.getclosurevars(maker(3))
print(found.nonlocals, found.globals, sorted(found.builtins), found.unbound)
print(isinstance(found, inspect.ClosureVars), inspect.getclosurevars(none))
print(inspect.getclosurevars(owner.method))
attempt("of a class", lambda: inspect.getclosurevars(Owner))
attempt("of a built-in", lambda: inspect.getclosurevars(print))
attempt("ClosureVars", lambda: inspect.ClosureVars({}, {}))
