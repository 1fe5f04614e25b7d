# Packing: every format character, byte orders, alignment.
import struct


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


for order in ("", "@", "=", "<", ">", "!"):
    print(repr(order), [struct.calcsize(order + c) for c in "xcbB?hHiIlLqQefdsp"])
    show(struct.pack, order + "bBhHiIlLqQ", -1, 2, -3, 4, -5, 6, -7, 8, -9, 10)
    show(struct.pack, order + "efd?c", 1.5, -2.25, 1e300, [], b"z")
    show(struct.pack, order + "5s3p0s1p4p", b"ab", b"abcd", b"x", b"y", b"\xff")
print([struct.calcsize(c) for c in "nNP"], struct.pack("nNP", -1, 2, 3))
for text in ("bi", "bq", "b0i", "bh0q", "3b2h", "c0l", "xxh", " b \n i\t2h ", "@bd", "=bd", "fbd0i"):
    print(text, struct.calcsize(text), end=" ")
    show(struct.pack, text, *[1] * len(struct.unpack(text, bytes(struct.calcsize(text))))) \
        if "c" not in text else show(struct.pack, text, b"c")
for value in (0.0, -0.0, 65504.0, 65519.0, 5.96e-8, 2.98e-8, 1e-8, float("inf"), 0.1, 6.1e-5):
    print(struct.pack("<e", value).hex(), struct.unpack("<e", struct.pack("<e", value)))


class Index:
    def __index__(self):
        return 7


class Float:
    def __float__(self):
        return 7.5


show(struct.pack, "iq", Index(), Index())
show(struct.pack, "fd", Float(), Index())
show(struct.pack, "?????", 0, 1, "", "a", Index())
show(struct.pack, "5s", bytearray(b"abc"))
show(struct.pack, b"i", 5)
show(struct.pack, "")
show(struct.pack, "200p", b"a" * 300)
show(struct.pack, "P", 2**64 - 1)
