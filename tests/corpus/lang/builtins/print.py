print()
print(1, 2, 3)
print(1, 2, sep="")
print(1, 2, sep=", ", end=".\n")
print("a", end="")
print("b", end=None)
print("c", sep=None)
print([1, "x"], ("y",), {"k": None}, 1.0, True, None)
print("x", "", "y", sep="|")
print(*[], sep="-")
print(*"abc", sep="\n")
print("flush", flush=True)
print(end="no newline\n")
print("tab\there", "new\nline", 'quote"', "uni é 日 😀")
def attempt(action):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
attempt(lambda: print(1, sep=5))
attempt(lambda: print(1, end=5))
attempt(lambda: print(1, foo=5))
class Bad:
    def __str__(self):
        raise ValueError("cannot show")
attempt(lambda: print("before", Bad(), "after"))
print()
print(print(print("nested")))
