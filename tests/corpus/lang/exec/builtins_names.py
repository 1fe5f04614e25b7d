# __builtins__ of globals, and the module builtins.
import builtins

for names in ({}, {"print": lambda *a: print("mine", *a)}, None):
    try:
        exec("print(1)", {"__builtins__": names})
    except Exception as e:
        print(type(e).__name__, e)
for text in ["class A: pass", "import sys", "def f():\n  return len\nf()", "len"]:
    try:
        exec(text, {"__builtins__": {}})
    except Exception as e:
        print(type(e).__name__, e)
exec("print(len('abc'))", {"__builtins__": builtins})


class Names(dict):
    def __missing__(self, key):
        return lambda *a: (key, a)


print(eval("anything(1)", {"__builtins__": Names()}))
builtins.zork = 12
print(zork, eval("zork", {}))


def use():
    return zork


print(use(), use(), use())
builtins.zork = 13
print(use(), use())
del builtins.zork
try:
    use()
except NameError as e:
    print(e)
print(builtins.__name__, builtins.len is len, type(builtins).__name__)
print(__builtins__ is builtins)
old = builtins.len
builtins.len = lambda x: 'replaced'
print(len([]), eval("len([])"))
builtins.len = old
print(len([1]))


def hook(name, globals=None, locals=None, fromlist=(), level=0):
    print("hook", name, fromlist, level, globals is not None)
    return real(name, globals, locals, fromlist, level)


real = builtins.__import__
builtins.__import__ = hook
import math
from math import pi, tau
builtins.__import__ = real
import math
print(pi > 3)
g = {"__builtins__": {"a": 1}}
code = compile("def f(): return a\nr = f() + f() + f()", "<c>", "exec")
exec(code, g)
g["__builtins__"] = {"a": 10}
exec(code, g)
print(g["r"])
print(list(globals())[:9])
h = {}
eval("1", h)
print(list(h))
try:
    builtins.nothing
except AttributeError as e:
    print(e)
