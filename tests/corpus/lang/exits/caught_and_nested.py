import sys
try: sys.exit(3)
except SystemExit as e: print("caught", e.code, repr(e))
try: sys.exit("text")
except Exception: print("no")
except BaseException as e: print(type(e).__name__, e.code)
def f():
    try: sys.exit(4)
    finally: print("cleanup")
class CM:
    def __enter__(self): return self
    def __exit__(self, t, v, tb): print("exit", t.__name__, v.code)
def g():
    with CM():
        for _ in (i for i in [1]):
            f()
g()
