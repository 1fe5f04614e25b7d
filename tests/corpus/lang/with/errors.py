class NoExit:
    def __enter__(self): return 1
class NoEnter:
    def __exit__(self, *a): pass
class Neither: pass
def use(v):
    with v: print("body")
for v in (NoExit(), NoEnter(), Neither(), 5, None, "x", []):
    try: use(v)
    except Exception as e: print(type(e).__name__, e)
class OnInstance: pass
o = OnInstance()
o.__enter__ = lambda: print("inst enter")
o.__exit__ = lambda *a: None
try: use(o)
except TypeError as e: print(e)
class BadArgs:
    def __enter__(self): pass
    def __exit__(self): pass
try: use(BadArgs())
except TypeError as e: print(e)
class BoolRaises:
    def __bool__(self): raise ValueError("bool")
class ExitWeird:
    def __enter__(self): return self
    def __exit__(self, *a): return BoolRaises()
try:
    with ExitWeird(): raise KeyError("k")
except ValueError as e: print(e, repr(e.__context__))
with ExitWeird(): print("no exception: result unused")
def gen():
    class L:
        def __enter__(self): print("in")
        def __exit__(self, *a): print("out", a[0])
    with L():
        yield 1
for v in gen(): print(v)
