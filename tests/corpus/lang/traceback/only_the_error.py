# The last lines of errors of all kinds: names of classes, notes, groups, syntax errors, odd texts.
import traceback


class Outer:
    class Inner(Exception):
        pass


class Foreign(Exception):
    __module__ = "some.place"


class Nameless(Exception):
    __module__ = None


class Silent(Exception):
    def __str__(self):
        return ""


class Lines(Exception):
    def __str__(self):
        return "first\nsecond"


class Falls(Exception):
    def __str__(self):
        raise KeyError("inside")


def show(error):
    print(traceback.format_exception_only(error))
    assert traceback.format_exception_only(type(error), error) == traceback.format_exception_only(error)


for error in (ValueError(), ValueError(""), ValueError("x"), ValueError(1, 2), KeyError("k"), KeyError(), OSError(2, "t", "f"), Outer.Inner("i"), Foreign("f"),
              Silent(1), Lines(), Falls(), SystemExit(3), KeyboardInterrupt(), StopIteration(5), ExceptionGroup("g", [ValueError(1)]), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "why")):
    show(error)
for notes in (["one"], ["two\nlines", ""], [5, None], "text", 5, None, []):
    error = ValueError("noted")
    error.__notes__ = notes
    show(error)
error = ValueError("several")
error.add_note("a")
error.add_note("b\nc")
show(error)
for details in ((), ("only text",), ("text", ("f.py", 2, 3, "x = = 1\n")), ("text", ("f.py", 2, 3, "  indented = = 1", 2, 9)), ("text", ("f.py", None, None, None)),
                ("text", (None, 5, 0, "abc")), ("text", ("f.py", 1, 99, "short")), ("text", ("f.py", 1, -1, "abc", 1, -1)), ("text", ("f.py", 3, 2, "tab\there", 4, 1))):
    show(SyntaxError(*details))
for source in ("x = (1,\n", "if True\n    pass", "def f():\nreturn 1", "'abc", "1 +", "f(a for a in b, c)", "é = $", "\tx\n  y"):
    try:
        compile(source, "<source>", "exec")
    except SyntaxError as error:
        show(error)


def fails(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


fails(traceback.format_exception_only)
fails(traceback.format_exception_only, 5)
fails(traceback.format_exception_only, None, None)
fails(traceback.format_exception_only, ValueError, "not an exception")
fails(traceback.format_exception, 5)
fails(traceback.format_exception, ValueError)
fails(traceback.format_exception, ValueError, ValueError("v"))
fails(traceback.format_exception, ValueError, ValueError("v"), None)
fails(traceback.format_exception, None, ValueError("v"), None)
fails(traceback.format_exception)
fails(traceback.print_exception)
fails(traceback.print_exc, 1, 2, 3, 4)
fails(traceback.format_exc, 1, 2, 3)
fails(traceback.print_last)
fails(traceback.TracebackException, ValueError)
made = traceback.TracebackException(Outer.Inner, Outer.Inner("made"), None)
print(list(made.format()), str(made), made.exc_type.__qualname__, made.__cause__, made.stack)
print(list(traceback.TracebackException.from_exception(SyntaxError("m", ("f", 1, 2, "abc", 1, 3))).format_exception_only()))
