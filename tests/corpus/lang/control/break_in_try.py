def f():
    out = []
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            out.append(i)
        finally:
            out.append(f"f{i}")
    else:
        out.append("else")
    return out
print(f())
def g():
    while True:
        try:
            return "try"
        finally:
            break
    return "after break"
print(g())
def h():
    for i in range(3):
        try:
            1 / 0
        except ZeroDivisionError:
            continue
        finally:
            print("finally", i)
    return "done"
print(h())
def k():
    for i in range(3):
        try:
            raise ValueError(i)
        finally:
            if i < 2:
                continue
            return "swallowed"
print(k())
def nested():
    for i in range(2):
        try:
            try:
                if i: break
                continue
            finally:
                print("inner", i)
        finally:
            print("outer", i)
    return i
print(nested())
