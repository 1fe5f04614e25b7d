# sys.displayhook: what it shows, what it binds, what it does when it cannot write.
import builtins
import io
import sys


def attempt(function, *args):
    try:
        print("->", function(*args))
    except BaseException as error:
        print(type(error).__name__, error)


sys.displayhook([1, "zwei", 3.0])
print(builtins._)
sys.displayhook(None)
print(builtins._)
_ = "a global"
sys.displayhook("bound in builtins")
print(_, builtins._)
del _
print(_)


class Loud:
    def __repr__(self):
        print("asked")
        return "<loud>"


class Broken:
    def __repr__(self):
        raise ValueError("no repr")


class NotText:
    def __repr__(self):
        return 3


sys.displayhook(Loud())
attempt(sys.displayhook, Broken())
print(builtins._)
attempt(sys.displayhook, NotText())
attempt(sys.displayhook)
attempt(sys.displayhook, 1, 2)
for source in ("1 + 1", "x = 3", "x", "None", "print('side')", "if x:\n    x * 2\n    'twice'\n", "for n in (1, 2):\n    n\n", "def f():\n    5\n"):
    exec(compile(source, "<single>", "single"))
exec(compile("x; x + 1; None; x + 2", "<single>", "single"))
exec("'not shown in exec mode'")
attempt(lambda: exec(compile("1 / 0", "<single>", "single")))
out, sys.stdout = sys.stdout, io.StringIO()
sys.displayhook("into a string")
caught, sys.stdout = sys.stdout.getvalue(), out
print(repr(caught))
out, sys.stdout = sys.stdout, None
try:
    sys.displayhook("nowhere")
except RuntimeError as error:
    found = error
finally:
    sys.stdout = out
print(repr(locals().get("found")))
out = sys.stdout
del sys.stdout
try:
    sys.displayhook("lost")
except RuntimeError as error:
    found = error
finally:
    sys.stdout = out
print(repr(found))


def shy(value):
    if value is not None:
        print(f"[{type(value).__name__}]")
        builtins._ = value


sys.displayhook = shy
exec(compile("'abc'\n", "<single>", "single"))
exec(compile("_ * 2\n", "<single>", "single"))
print(builtins._)
del sys.displayhook
attempt(exec, compile("7\n", "<single>", "single"))
sys.displayhook = 5
attempt(exec, compile("7\n", "<single>", "single"))
sys.displayhook = sys.__displayhook__
exec(compile("7\n", "<single>", "single"))
narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
out, sys.stdout = sys.stdout, narrow
sys.displayhook("schön")
sys.stdout = out
narrow.flush()
print(narrow.buffer.getvalue())
