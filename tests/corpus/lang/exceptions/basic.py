def attempt(f):
    try:
        r = f()
    except ZeroDivisionError:
        return "zero"
    except (KeyError, IndexError) as e:
        return f"lookup {e!r}"
    except Exception as e:
        return f"other {type(e).__name__} {e}"
    else:
        return f"ok {r}"
    finally:
        print("finally", end=" ")
for f in (lambda: 1 / 0, lambda: {}["k"], lambda: [][0], lambda: int("x"), lambda: 5, lambda: None.x):
    print(attempt(f))
for e in (ValueError(), ValueError("a"), ValueError("a", 1), KeyError("k"), KeyError(), IndexError("i"), Exception(None), OSError("x"), StopIteration(5), RuntimeError([1]), LookupError("é"), KeyError(1, 2)):
    print(repr(e), str(e), e.args)
print(isinstance(KeyError(), LookupError), isinstance(IndexError(), Exception), isinstance(ZeroDivisionError(), ArithmeticError), isinstance(RecursionError(), RuntimeError), isinstance(NotImplementedError(), RuntimeError), isinstance(UnboundLocalError(), NameError), isinstance(KeyboardInterrupt(), Exception), isinstance(SystemExit(), BaseException), isinstance(ModuleNotFoundError(), ImportError), isinstance(IndentationError(), SyntaxError), isinstance(UnicodeEncodeError("a", "b", 0, 1, "c"), ValueError), isinstance(OverflowError(), ArithmeticError))
class Mine(Exception): pass
class Sub(Mine):
    def __init__(self, a, b):
        super().__init__(a)
        self.b = b
    def __str__(self): return f"<{self.args[0]} {self.b}>"
try: raise Sub(1, 2)
except Mine as e: print(e, repr(e), e.b)
try: raise Mine
except Mine as e: print(repr(e), e.args)
for bad in (5, "x", int, None):
    try: raise bad
    except TypeError as e: print(e)
try:
    try: raise ValueError("v")
    except 5: pass
except TypeError as e: print(e)
try:
    raise
except RuntimeError as e: print(e)
try:
    try: raise KeyError("k")
    except ValueError: print("no")
    finally: print("passing")
except KeyError as e: print("outer", e)
try: raise SystemExit(3)
except SystemExit as e: print(e.code, e)
try: raise KeyboardInterrupt
except BaseException as e: print(repr(e))
class Weird(Exception):
    def __init__(self): pass
print(repr(Weird()), Weird("x").args if False else Weird().args)
