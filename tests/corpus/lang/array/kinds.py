"""ArrayType and typecodes: each kind's range and size, what it takes and refuses."""
import array
from array import ArrayType, typecodes


def attempt(what, function):
    try:
        print(what, "->", function())
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


print(typecodes, ArrayType is array.array, array.ArrayType.__name__)
LIMITS = {"b": (-128, 127), "B": (0, 255), "h": (-2 ** 15, 2 ** 15 - 1), "H": (0, 2 ** 16 - 1), "i": (-2 ** 31, 2 ** 31 - 1),
          "I": (0, 2 ** 32 - 1), "l": (-2 ** 63, 2 ** 63 - 1), "L": (0, 2 ** 64 - 1), "q": (-2 ** 63, 2 ** 63 - 1), "Q": (0, 2 ** 64 - 1)}
for code in typecodes:
    made = ArrayType(code)
    print(code, made.itemsize, made, end=" ")
    if code in LIMITS:
        low, high = LIMITS[code]
        made.extend([low, high])
        print(made.tolist() == [low, high])
        attempt("   too low", lambda: made.append(low - 1))
        attempt("   too high", lambda: made.append(high + 1))
        attempt("   a float", lambda: made.append(1.0))
        attempt("   True", lambda: made.insert(0, True) or made[0])
    elif code == "u":
        attempt("", lambda: ArrayType("u", "aé\U0001f600"))
        attempt("   two", lambda: made.append("ab"))
        attempt("   a number", lambda: made.append(65))
    else:
        attempt("", lambda: ArrayType(code, [1, 2.5, 1e300, float("nan"), True]))
        attempt("   text", lambda: made.append("1"))
        attempt("   complex", lambda: made.append(1j))
attempt("unknown code", lambda: ArrayType("z"))
attempt("long code", lambda: ArrayType("ii"))
attempt("no code", lambda: ArrayType())
attempt("text into numbers", lambda: ArrayType("i", "12"))
attempt("bytes", lambda: ArrayType("h", b"\x01\x00\x02\x00"))
attempt("bytes cut", lambda: ArrayType("h", b"\x01\x00\x02"))
attempt("another array", lambda: ArrayType("d", ArrayType("i", [1, 2])))
attempt("floats into ints", lambda: ArrayType("i", ArrayType("d", [1.5])))
attempt("unicode into ints", lambda: ArrayType("i", ArrayType("u", "a")))
attempt("unhashable", lambda: hash(ArrayType("i")))
attempt("subclass", lambda: type("Sub", (ArrayType,), {"total": lambda self: sum(self)})("i", [1, 2, 3]).total())
