def a():
    raise KeyError("first")
def b():
    try:
        a()
    except KeyError as e:
        raise ValueError("second") from e
try:
    b()
except ValueError:
    try:
        raise TypeError("third")
    finally:
        print("finally")
