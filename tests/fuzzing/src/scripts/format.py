# A byte that chooses, then a format string.
import string

VALUES = [
    0, -1, 255, 10**30, -(2**64), True, 0.0, -0.0, 1.5, 1e300, 5e-324, -123456.789,
    float("inf"), float("nan"), 2 + 3j, "abc", "", "\u00e9\U0001f600", b"xyz", None, [1, "a"],
    {"k": 1},
]
EXPECTED = (ValueError, TypeError, OverflowError, KeyError, IndexError, AttributeError)


class Thing:
    x = 5
    item = [1, 2]

    def __format__(self, spec):
        return f"<{spec}>"


def by_spec(text):
    for value in VALUES:
        try:
            format(value, text)
        except EXPECTED:
            pass


def by_method(text):
    try:
        text.format(*VALUES, a=1, b={"k": 2.5}, c=Thing())
    except EXPECTED:
        pass
    try:
        text.format_map({"a": 1.25, "b": "s", "": 3})
    except EXPECTED:
        pass
    try:
        string.Formatter().vformat(text, VALUES, {"a": 1, "c": Thing()})
    except EXPECTED:
        pass


def by_percent(text, data):
    for arguments in (tuple(VALUES[::-1]), (1,), (), ("s", 2.5, 3), {"a": 1, "b": "s"}, 7):
        try:
            text % arguments
        except EXPECTED:
            pass
        try:
            data % arguments
        except EXPECTED:
            pass


def by_literal(text):
    namespace = {"a": 1, "b": 2.5, "c": Thing(), "s": "abc"}
    for source in ('f"""' + text + '"""', "f'{a:" + text + "}'", "f'{" + text + "}'"):
        try:
            eval(source, dict(namespace))
        except (SyntaxError, NameError, AssertionError, ArithmeticError, ImportError):
            pass
        except (RuntimeError, StopIteration, *EXPECTED):
            pass


def by_template(text):
    template = string.Template(text)
    try:
        template.substitute(a=1, b=2)
    except EXPECTED:
        pass
    template.safe_substitute(a=1)


def run(data):
    kind = data[0] if data else 0
    text = data[1:].decode("utf-8", "surrogateescape")
    if kind % 5 == 0:
        by_spec(text)
    elif kind % 5 == 1:
        by_method(text)
    elif kind % 5 == 2:
        by_percent(text, data[1:])
    elif kind % 5 == 3:
        by_literal(text)
    else:
        by_template(text)
    return True
