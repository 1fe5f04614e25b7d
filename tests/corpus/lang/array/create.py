# Arrays of every kind, made from anything.
import array


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


print(array.typecodes, array.ArrayType is array.array)
for code in array.typecodes:
    a = array.array(code)
    print(code, a.typecode, a.itemsize, len(a), a, a.tolist(), bool(a))
for code in "bBhHiIlLqQ":
    a = array.array(code, [1, 2, 127])
    a.append(5)
    print(a, a.tobytes(), a == array.array("d", [1, 2, 127, 5]))
print(array.array("d", [1, 2.5, float("inf")]), array.array("f", [0.1, 1e300]))
print(array.array("u", "h\xe9\u20ac\U0001f600"), array.array("u", ["a", "\ud800"]))
show(array.array, "i", b"abcdefgh")
show(array.array, "i", bytearray(b"abcd"))
show(array.array, "i", (1, 2))
show(array.array, "i", range(3))
show(array.array, "i", iter([1]))
show(array.array, "i", {1: 2})
show(array.array, "i", array.array("b", [1]))
show(array.array, "d", array.array("i", [1]))
show(array.array, "i", memoryview(b"ab"))
show(array.array, "u", b"a\0\0\0")
show(array.array)
show(array.array, "i", 1, 2)
show(array.array, "x")
show(array.array, 1)
show(array.array, "ii")
show(array.array, "i", 5)
show(array.array, "i", None)
show(array.array, "i", "ab")
show(array.array, "i", b"abc")
show(array.array, "i", array.array("u", "a"))
show(array.array, "i", array.array("d", [1.0]))
show(array.array, "u", [1])
show(array.array, "u", array.array("i", [1]))


class S(array.array):
    def __init__(self, *args):
        self.more = 1


s = S("i", [1, 2])
print(s, s.more, s[0:1], type(s + s), type(s * 2), s.__copy__())
print(array.array.__mro__, type(iter(s)), array.array.__module__)
