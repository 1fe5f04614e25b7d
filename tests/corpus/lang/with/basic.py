class CM:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()
    def __exit__(self, t, v, tb):
        print("exit", self.name, t.__name__ if t else t, v, tb is not None)
        return self.swallow
with CM("a") as x: print(x)
with CM("a"), CM("b") as y: print(y)
with (CM("p") as p, CM("q") as q,): print(p, q)
with CM("s", True): raise ValueError("swallowed")
try:
    with CM("o"):
        with CM("i"): raise KeyError("k")
except KeyError as e: print("out", e)
def f():
    with CM("ret"): return "value"
print(f())
for i in range(3):
    with CM(f"l{i}"):
        if i == 0: continue
        break
with CM("outer", True):
    with CM("inner"): 1 / 0
    print("never")
class Multi:
    def __enter__(self): return (1, [2, 3])
    def __exit__(self, *a): pass
with Multi() as (a, [b, c]): print(a, b, c)
d = {}
with CM("sub") as d["k"]: print(d)
with CM("first", True) as x, CM("second") as y: raise ValueError(x + y)
class ExitRaises:
    def __enter__(self): pass
    def __exit__(self, *a): raise OSError("exit")
try:
    with ExitRaises(): raise ValueError("body")
except OSError as e: print(e, repr(e.__context__))
class EnterRaises(CM):
    def __enter__(self): raise OSError("enter")
try:
    with CM("ok"), EnterRaises("bad"): print("never")
except OSError as e: print(e)
class Truthy(CM):
    def __exit__(self, *a): return [0]
with Truthy("t"): raise ValueError
