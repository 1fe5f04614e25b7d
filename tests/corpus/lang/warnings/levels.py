# Where a warning is said to be: stacklevel, explicit places, sources, categories of one's own.
import io
import sys
import warnings


class Old(DeprecationWarning):
    def __str__(self):
        return f"old: {self.args[0]}"


def deprecated(function):
    def wrapper(*args):
        warnings.warn(f"{function.__name__} is old", Old, stacklevel=2)
        return function(*args)
    return wrapper


@deprecated
def area(side):
    return side * side


def deep(level):
    warnings.warn(f"level {level}", stacklevel=level)


def middle(level):
    deep(level)


def line_of(text):
    with open(__file__, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.strip().startswith(text):
                return number


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(area(3))
    for level in (-1, 0, 1, 2, 3, 4, 100):
        middle(level)
    exec(compile("import warnings\n\nwarnings.warn('from exec')", "made_up.py", "exec"))
    exec("warnings.warn('no file')", {"warnings": warnings, "__name__": "somewhere"})
    eval("warnings.warn('from eval', stacklevel=1)")
    [warnings.warn("in a comprehension", ResourceWarning) for _ in range(1)]
    lambda_warns = lambda: warnings.warn(UserWarning("an instance"), DeprecationWarning)
    lambda_warns()
    warnings.warn(Old("an old instance"))
lines = {line_of("warnings.warn(f\"level"): "deep", line_of("deep(level)"): "middle", line_of("middle(level)"): "module", line_of("print(area(3))"): "call"}
for one in caught:
    name = "main" if one.filename == __file__ else one.filename
    print(one.category.__name__, "|", one.message, "|", name, lines.get(one.lineno, one.lineno if name != "main" else "here"))

registry = {}
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("default")
    for line in (3, 3, 4):
        warnings.warn_explicit("explicit", UserWarning, "some/file.py", line, registry=registry)
    warnings.warn_explicit(Old("x"), None, "mod.py", 1, module="mod", registry={}, source=registry)
print([(str(one.message), one.filename, one.lineno, one.category.__name__) for one in caught], caught[-1].source is registry)
print(sorted(str(key) for key in registry if key != "version"))
out = io.StringIO()
warnings.showwarning("shown by hand", UserWarning, "file.py", 7, out)
warnings.showwarning(Old("y"), Old, "file.py", 8, out, "  the line  ")
print(out.getvalue())
print(repr(warnings.formatwarning("text", RuntimeWarning, "none.py", 5)), repr(warnings.formatwarning("t", UserWarning, "f", 1, "")))
print(repr(warnings.formatwarning(ValueError("not a warning"), ValueError, "f", 1, "code()")))


def fails(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__)


fails(warnings.warn_explicit)
fails(warnings.warn_explicit, "m", UserWarning, "f")
fails(warnings.warn_explicit, "m", 5, "f", 1)
fails(warnings.warn_explicit, "m", UserWarning, "f", "line")
fails(warnings.warn_explicit, "m", UserWarning, "f", 1, registry=5)
fails(warnings.showwarning)
fails(warnings.showwarning, "m", UserWarning, "f")
fails(warnings.formatwarning, "m", None, "f", 1)
real, sys.stderr = sys.stderr, io.StringIO()
warnings.warn("to the stderr of the day", stacklevel=100)
text, sys.stderr = sys.stderr.getvalue(), real
print(text)
sys.stderr = None
warnings.warn("to nobody")
sys.stderr = real
warnings.formatwarning = lambda message, category, filename, lineno, line=None: f"<{category.__name__}: {message}>\n"
warnings.warn("in another form")
warnings.warn_explicit("this too", FutureWarning, "f.py", 2)
