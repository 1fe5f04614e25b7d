# What struct refuses, and how it says so.
import struct


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


values = (-1, 2**7, -2**7 - 1, 2**8, 2**15, 2**16, 2**31, 2**32, 2**63, 2**64, -2**70, 1.5, "x", None)
for order in ("", "<", ">"):
    for c in "bBhHiIlLqQ":
        for value in values:
            try:
                struct.pack(order + c, value)
            except (struct.error, OverflowError) as error:
                print(order + c, value, type(error).__name__, error)
show(struct.pack)
show(struct.pack, 3)
show(struct.pack, "\xe9")
show(struct.pack, "i\0", 1)
show(struct.pack, "3")
show(struct.pack, "3 i", 1)
show(struct.pack, "y")
show(struct.pack, "i<", 1)
show(struct.pack, "<n", 1)
show(struct.pack, "99999999999999999999i")
show(struct.pack, "9223372036854775807x")
show(struct.calcsize, "9223372036854775807x")
show(struct.calcsize, "9223372036854775807xx")
show(struct.calcsize)
show(struct.calcsize, "i", "j")
show(struct.pack, "ii", 1)
show(struct.pack, "s", "x")
show(struct.pack, "p", 5)
show(struct.pack, "5s", memoryview(b"abc"))
show(struct.pack, "c", b"ab")
show(struct.pack, "c", "a")
for c in ("f", "<f", ">d", "e"):
    show(struct.pack, c, "a")
    show(struct.pack, c, None)
show(struct.pack, "<f", 1e300)
show(struct.pack, "e", 65520.0)
show(struct.pack, "e", 65520)
show(struct.pack, "d", 10**400)
show(struct.pack, "P", 2**64)


class Broken:
    def __index__(self):
        raise ZeroDivisionError("no index")


show(struct.pack, "b", Broken())
print(struct.error.__module__, struct.error.__mro__[1])
