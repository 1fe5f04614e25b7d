"""Signatures through decorators, partials, classes, descriptors; unwrap; binding in a decorator."""
import functools
import inspect
import re
from inspect import Parameter, Signature, signature


def attempt(what, function):
    try:
        print(what, "->", function())
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", re.sub("0x[0-9a-f]+", "AT", str(error)))


def checked(function):
    """Checks arguments against annotations, through the signature."""
    sig = signature(function)

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        bound = sig.bind(*args, **kwargs)
        bound.apply_defaults()
        for name, value in bound.arguments.items():
            wanted = sig.parameters[name].annotation
            if isinstance(wanted, type) and not isinstance(value, wanted):
                raise TypeError(f"{name} is {value!r}, not {wanted.__name__}")
        return function(*bound.args, **bound.kwargs)
    return wrapper


def plain(function):
    return lambda *args: function(*args)


@checked
def area(width: int, height: int = 2, *, unit: str = "cm") -> str:
    return f"{width * height}{unit}"


print(area(3), area(3, 4, unit="m"), signature(area), signature(area, follow_wrapped=False))
attempt("area('x')", lambda: area("x"))
attempt("area(1, unit=2)", lambda: area(1, unit=2))
attempt("area()", lambda: area())
attempt("area(1, 2, 3)", lambda: area(1, 2, 3))
attempt("area(1, size=2)", lambda: area(1, size=2))
print(signature(plain(area)), inspect.unwrap(area) is area.__wrapped__, inspect.unwrap(len) is len)

twice = checked(checked(area.__wrapped__))
print(inspect.unwrap(twice) is area.__wrapped__, inspect.unwrap(twice, stop=lambda f: f is area) is area.__wrapped__)
loop = lambda: 0  # noqa: E731
loop.__wrapped__ = loop
attempt("a ring", lambda: inspect.unwrap(loop))
attempt("a ring's signature", lambda: signature(loop))
attempt("unwrap", lambda: inspect.unwrap())
fixed = lambda *args: None  # noqa: E731
fixed.__signature__ = Signature([Parameter("told", Parameter.KEYWORD_ONLY)])
print(signature(fixed))
fixed.__signature__ = "no signature"
attempt("a wrong __signature__", lambda: signature(fixed))

print("partials")
def base(a, b, /, c, d=4, *, e, f=6): ...
for partial in (functools.partial(base), functools.partial(base, 1), functools.partial(base, 1, 2, 3),
                functools.partial(base, 1, c=3), functools.partial(base, 1, d=0, e=5), functools.partial(base, f=1)):
    print("  ", signature(partial))
attempt("too many", lambda: signature(functools.partial(base, 1, 2, 3, 4, 5)))
attempt("unknown", lambda: signature(functools.partial(base, z=1)))


class Tool:
    def __init__(self, size, *, sharp=True): ...
    run = functools.partialmethod(lambda self, speed, mode: 0, mode="slow")

    @functools.singledispatchmethod
    def cut(self, thing): ...

    @functools.cached_property
    def weight(self): ...


class Meta(type):
    def __call__(cls, only, these): ...


class Made(metaclass=Meta):
    def __init__(self, not_these): ...


class FromNew:
    def __new__(cls, fresh, *, start): ...


print(signature(Tool), signature(Tool.run), signature(Tool(1).run), signature(Made), signature(FromNew))
print(signature(Tool(1).cut), signature(functools.lru_cache(base)))
attempt("an instance", lambda: signature(Tool(1)))
attempt("a text", lambda: signature("text"))
attempt("BoundArguments", lambda: inspect.BoundArguments())
attempt("unhashable", lambda: hash(signature(area).bind(1)))
bound = signature(area).bind_partial(unit="mm")
print(bound, bound.args, bound.kwargs, bound == signature(area).bind_partial(unit="mm"), bound.signature)
bound.arguments["width"] = 9
print(bound.args, bound.kwargs)
bound.apply_defaults()
print(bound)
