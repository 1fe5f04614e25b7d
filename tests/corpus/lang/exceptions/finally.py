def f(n):
    try:
        if n == 0: return "try"
        if n == 1: raise ValueError("v")
        if n == 2: 1 / 0
        return "end"
    except ValueError:
        return "except"
    else:
        return "else"
    finally:
        print("finally", n)
        if n == 3: return "override"
print(f(0), f(1), f(3))
try: f(2)
except ZeroDivisionError as e: print(e)
def g():
    try: raise ValueError("lost")
    finally: return "swallowed"
print(g())
def h():
    x = 1
    try: return x
    finally: x = 2
print(h())
def k():
    l = []
    try: return l
    finally: l.append("late")
print(k())
def nest():
    out = []
    try:
        try:
            try: out.append(1); raise KeyError("a")
            finally: out.append(2)
        except KeyError: out.append(3); raise ValueError("b")
        finally: out.append(4)
    except ValueError as e:
        out.append((str(e), repr(e.__context__)))
    finally: out.append(5)
    return out
print(nest())
def rep():
    try:
        try: raise ValueError("first")
        finally: raise KeyError("second")
    except KeyError as e: return repr(e), repr(e.__context__), e.__cause__, e.__suppress_context__
print(rep())
def loop():
    n = 0
    while True:
        try:
            n += 1
            if n == 2: continue
            if n == 4: return n
        finally:
            print("n", n, end=" ")
print(loop())
def two_returns():
    for i in range(3):
        try: return i
        finally:
            if i == 0: continue
print(two_returns())
def deep():
    try:
        try: return "a"
        finally: print("inner", end=" ")
    finally: print("outer", end=" ")
print(deep())
def elseraise():
    try: pass
    except ValueError: print("never")
    else: raise ValueError("from else")
    finally: print("fin", end=" ")
try: elseraise()
except ValueError as e: print(e)
