# Errors at run time inside an f-string.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
attempt(lambda: f"{undefined}")
attempt(lambda: f"{1 / 0}")
attempt(lambda: f"{[][1]}")
attempt(lambda: f"{5:{'x' * 3}}")
attempt(lambda: f"{5:{None}}")
attempt(lambda: f"{'a':{5}.{'b'}}")
class Loud:
    def __str__(self):
        raise ValueError("no str")
    def __repr__(self):
        raise KeyError("no repr")
attempt(lambda: f"{Loud()}")
attempt(lambda: f"{Loud()!r}")
attempt(lambda: f"{Loud()=}")
attempt(lambda: f"{Loud():x}")
value = {"a": 1}
print(f"before {value['a']} {value['b']} after")
