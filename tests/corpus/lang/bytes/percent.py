# The operator % of bytes and bytearray.
def attempt(template, values):
    for kind in (bytes, bytearray):
        try:
            print(repr(kind(template) % values))
        except Exception as error:
            print(type(error).__name__, error)


class Bytes:
    def __bytes__(self):
        return b"own"


class Strange:
    def __bytes__(self):
        return "text"

    def __repr__(self):
        return "Str\xe4nge"


class Index:
    def __index__(self):
        return 65


attempt(b"plain", ())
attempt(b"%s and %b", (b"one", bytearray(b"two")))
attempt(b"%s", memoryview(b"view"))
attempt(b"%s", Bytes())
attempt(b"%5s|%-5s|%.2s|%5.1b|", (b"ab", b"ab", b"abc", b"xyz"))
attempt(b"%a %r %a", ("h\xe9", b"x", Strange()))
attempt(b"%.3a|%8r|", ("abc", 5))
attempt(b"%d %i %u %5d|%-5d|%05d|%+d|% d", (1, -2, 3, 4, 5, 6, 7, 8))
attempt(b"%d %d", (3.7, True))
attempt(b"%x %X %#x %o %#o %#X", (255, 255, 255, 8, 8, 255))
attempt(b"%d", 10**30)
attempt(b"%.2f %e %g %G %8.3f|%-8.1f|%F", (1.5, 12345.678, 0.0001, 1e20, 3.14159, 2.25, float("inf")))
attempt(b"%f", 3)
attempt(b"%c%c%c", (65, b"b", bytearray(b"c")))
attempt(b"%3c|%-3c|", (255, Index()))
attempt(b"100%%", ())
attempt(b"%(a)s %(b)d", {b"a": b"x", b"b": 5})
attempt(b"%*d|%-*d|%.*f", (5, 1, 5, 2, 2, 3.14159))
attempt(b"\xff%s\xfe", b"\x80")
attempt(b"%s", "text")
attempt(b"%s", 5)
attempt(b"%b", None)
attempt(b"%b", [b"x"])
attempt(b"%s", Strange())
attempt(b"%d", "5")
attempt(b"%d", b"5")
attempt(b"%x", 1.5)
attempt(b"%o", "8")
attempt(b"%f", "1")
attempt(b"%g", None)
attempt(b"%c", 256)
attempt(b"%c", -1)
attempt(b"%c", b"ab")
attempt(b"%c", "a")
attempt(b"%c", 1.5)
attempt(b"%q", 5)
attempt(b"%", 5)
attempt(b"%5", 5)
attempt(b"%(a", {b"a": 1})
attempt(b"%(a)s", 5)
attempt(b"%(a)s", (1,))
attempt(b"%(z)s", {b"a": b"x"})
attempt(b"%(a)s", {"a": b"x"})
attempt(b"%s %s", b"one")
attempt(b"%s %s", (b"one",))
attempt(b"%s", (b"one", b"two"))
attempt(b"none", 5)
attempt(b"none", b"bytes")
attempt(b"none", {})
attempt(b"%*d", ("5", 1))
attempt(b"%.*d", (10**30, 1))
array = bytearray(b"%s!")
array %= b"in place"
print(array, type(array))
print(b"%s".__mod__(b"x"), b"x".__rmod__(b"%s"), b"x".__rmod__("%s"), b"%d".__mod__((7,)))
print(type(b"%s" % bytearray(b"x")), type(bytearray(b"%s") % b"x"))
