def current():
    try: raise
    except RuntimeError as e: return str(e)
    except Exception as e: return repr(e)
print(current())
try: raise ValueError(1)
except ValueError:
    print(current())
    try: raise KeyError(2)
    except KeyError: print(current())
    print(current())
print(current())
def loop():
    for i in range(3):
        try: raise IndexError(i)
        except IndexError as e: yield e.args[0], current()
for x in loop(): print(x, current())
def bare():
    try:
        try: raise OSError("o")
        except: raise
    except OSError as e: return str(e)
print(bare())
try:
    try: raise ValueError("a")
    except ValueError as e:
        e.note = "kept"
        raise
except ValueError as e: print(e.note)
saved = None
try: raise KeyError("saved")
except KeyError as e: saved = e
try: raise saved
except KeyError as e: print(e is saved)
def ret_from_except():
    try: 1 / 0
    except ZeroDivisionError: return current()
print(ret_from_except(), current())
try:
    try: raise ValueError("v")
    except KeyError: pass
    except ValueError: raise TypeError("t")
except (TypeError, ValueError) as e: print(repr(e), repr(e.__context__))
def dynamic(cls, exc):
    try: raise exc
    except cls as e: return "caught " + repr(e)
    except Exception: return "missed"
print(dynamic(ValueError, ValueError()), dynamic((KeyError, (IndexError,)) if False else (KeyError, IndexError), IndexError(1)), dynamic((), ValueError()))
def sideeffect():
    print("evaluated")
    return KeyError
try:
    try: raise ValueError("z")
    except sideeffect(): pass
except ValueError as e: print(e)
