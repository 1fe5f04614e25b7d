# input() and replaced streams.
import io
import sys


def attempt(*args):
    try:
        print(repr(input(*args)))
    except Exception as error:
        print(type(error).__name__, error)


attempt("prompt> ")
sys.stdin = io.StringIO("first\nsecond\r\n\nlast")
for _ in range(5):
    attempt("? ")
out = io.StringIO()
sys.stdin = io.StringIO("typed\n")
sys.stdout = out
line = input("asked: ")
sys.stdout = sys.__stdout__
print(repr(line), repr(out.getvalue()))


class Source:
    def __init__(self, *lines):
        self.lines = list(lines)

    def readline(self):
        return self.lines.pop(0)


sys.stdin = Source("x\n", b"bytes\n", 3, "")
for _ in range(4):
    attempt()
sys.stdin = None
attempt()
sys.stdin = object()
attempt()
del sys.stdin
attempt()
sys.stdin = sys.__stdin__
attempt()
sys.stdout = None
try:
    input()
except RuntimeError as error:
    sys.stdout = sys.__stdout__
    print(error)


class Prompt:
    def __str__(self):
        return "prompt object "


sys.stdin = io.StringIO("ok")
attempt(Prompt())
for line in io.StringIO("1\n2\n"):
    sys.stdin = io.StringIO(line)
    print(int(input()))
try:
    input("a", "b")
except TypeError as error:
    print(error)
