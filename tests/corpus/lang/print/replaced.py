# print() and a replaced sys.stdout.
import contextlib
import io
import sys


class Log:
    def __init__(self):
        self.calls = []

    def write(self, text):
        self.calls.append(text)

    def flush(self):
        self.calls.append("FLUSH")


log = Log()
sys.stdout = log
print("a", 1, None)
print()
print("x", "y", sep="", end="!")
print("f", flush=True)
print(*[1, 2, 3], sep=", ")
print("to stderr? no", file=None)
sys.stdout = sys.__stdout__
print(log.calls)

sys.stdout = None
print("nothing")
print("nothing", end=3)
sys.stdout = sys.__stdout__

for value in (object(), 3, []):
    sys.stdout = value
    try:
        print("x")
    except AttributeError as error:
        sys.stdout = sys.__stdout__
        print(type(error).__name__, error)
sys.stdout = sys.__stdout__

first, second = io.StringIO(), io.StringIO()
with contextlib.redirect_stdout(first):
    print("outer")
    with contextlib.redirect_stdout(second):
        print("inner", end="")
    print("outer again")
print(repr(first.getvalue()), repr(second.getvalue()))
with contextlib.redirect_stderr(first):
    print("error", file=sys.stderr)
print(first.getvalue().splitlines())


class Broken:
    def write(self, text):
        raise OSError("cannot write " + repr(text))


sys.stdout = Broken()
try:
    print("x")
except OSError as error:
    sys.stdout = sys.__stdout__
    print(error)


class Shows:
    def __str__(self):
        print("in __str__")
        return "shown"


buffer = io.StringIO()
with contextlib.redirect_stdout(buffer):
    print(Shows(), 2)
print(repr(buffer.getvalue()))
print(sys.stdout is sys.__stdout__, sys.stdout.write("direct\n"))
del sys.stdout
try:
    print("lost")
except RuntimeError as error:
    sys.stdout = sys.__stdout__
    print(error)
for bad in ({"sep": 1}, {"end": b""}):
    try:
        print("x", **bad)
    except TypeError as error:
        print(error)
