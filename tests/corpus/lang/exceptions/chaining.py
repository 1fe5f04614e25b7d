def show(e, n=0):
    print("  " * n + repr(e), e.__suppress_context__)
    if e.__cause__ is not None: print("  " * n + "cause:"); show(e.__cause__, n + 1)
    if e.__context__ is not None: print("  " * n + "context:"); show(e.__context__, n + 1)
def grab(f):
    try: f()
    except Exception as e: show(e)
def implicit():
    try: 1 / 0
    except ZeroDivisionError: {}["k"]
def explicit():
    try: 1 / 0
    except ZeroDivisionError as e: raise ValueError("v") from e
def none():
    try: 1 / 0
    except ZeroDivisionError: raise ValueError("v") from None
def cls(): raise ValueError from KeyError
def three():
    try:
        try: raise KeyError(1)
        except KeyError: raise ValueError(2)
    except ValueError as e: raise TypeError(3) from e
def handled():
    try:
        try: raise KeyError(1)
        except KeyError: pass
        raise ValueError(2)
    except ValueError: raise
def inner_handled():
    try: raise KeyError(1)
    except KeyError:
        try: raise ValueError(2)
        except ValueError: pass
        raise TypeError(3)
def reraise_same():
    try: raise KeyError(1)
    except KeyError as e:
        try: raise e
        except KeyError as f: raise f
def bad(): raise ValueError("x") from 5
def call_in_handler():
    try: raise KeyError("outer")
    except KeyError: callee()
def callee(): raise ValueError("inner")
for f in (implicit, explicit, none, cls, three, handled, inner_handled, reraise_same, bad, call_in_handler):
    print(f.__name__)
    grab(f)
e = ValueError("x")
e.__cause__ = KeyError("c")
show(e)
e2 = ValueError("n").with_traceback(None)
print(repr(e2), e2.__traceback__)
