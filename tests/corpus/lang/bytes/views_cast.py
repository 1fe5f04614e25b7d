# Casts of memoryviews: formats and shapes, and all that is wrong with them.
from mod_views import show, t

c = memoryview(b"abcdef").cast
for a in [
    ("B", None), ("B", 1), ("B", [0]), ("B", [-1]), ("B", ["a"]), ("B", [2.0]), ("B", [10**30]), ("B", [2**62, 4]),
    ("B", [2**63 - 1, 2]), ("B", [2**62]), ("B", [1] * 65), ("B", [1] * 63 + [6]), ("B", [True, 6]), ("B", (2, 3)),
    ("B", {2: 3}), ("B", "ab"), ("B", []), ("xx", [6]), ("", [6]), ("@", [6]), ("@B", [6]), ("=B", [6]), ("é",), ("I",),
    ("H", [3, 1]), ("H", [6]), (b"B",), (), (1, 2, 3), ("d",), ("w",), ("P",), ("c",), ("?",), ("@c", [2, 3]), ("e",),
    ("s",), ("@H",), ("b@",), ("B\0",), ("H", [0]), ("B", [6, 0]), ("H", ()), ("q", [2**60]), ("q", [2**61]),
]:
    print(repr(a)[:40], end=": ")
    t(lambda: c(*a))
t(lambda: c(format="B", shape=[6]))
t(lambda: c(shape=[6]))
t(lambda: c("B", shape=[3, 2]).tolist())
t(lambda: c("B", foo=1))
m = memoryview(bytes(range(24))).cast("B", [2, 3, 4])
for a in [("B",), ("H", [12]), ("H", [3, 4]), ("H",), ("b", [24]), ("B", [23]), ("B", []), ("B", [0]), ("I", (6,))]:
    print(a, end=": ")
    t(lambda: m.cast(*a))
t(lambda: m[::-1].cast("B"))
t(lambda: m[5:].cast("B"))
e = memoryview(b"")
for a in [("B",), ("I",), ("B", [0]), ("B", []), ("B", [1])]:
    print(a, end=": ")
    t(lambda: e.cast(*a))
t(lambda: e)
t(lambda: memoryview(b"abc")[0:0:2])
t(lambda: memoryview(b"abc")[0:0:2].cast("B"))
t(lambda: memoryview(b"abc")[3:])
t(lambda: memoryview(b"abc")[1:2:2])
t(lambda: memoryview(b"abcd")[::2].cast("B"))
t(lambda: memoryview(b"abcd").cast("H").cast("I"))
t(lambda: memoryview(b"abcd").cast("H").cast("c"))
t(lambda: memoryview(b"abcd").cast("H", [1, 2]).cast("I", [1]))

data = bytes([0, 255, 1, 128, 0, 0, 240, 63]) * 2
for letter in "bBchHiIlLqQnNfdP?":
    view = memoryview(data).cast(letter)
    t(lambda: view.tolist())
    t(lambda: view[-1])
    t(lambda: (view.format, view.itemsize, view.shape, view.strides))
    t(lambda: view == memoryview(data).cast("@" + letter))
    t(lambda: view == memoryview(data))
    for value in [0, 1, -1, 255, 256, 65535, 2**31, 2**32, 2**63, 2**64, -(2**63), -(2**63) - 1, 1.5, "a", b"a", b"ab", None, True, 10**400, 1e300]:
        to = memoryview(bytearray(16)).cast(letter)
        try:
            to[1] = value
            print(to.tobytes().hex(), end=" ")
        except Exception as error:
            print(type(error).__name__, error, end=" ")
    print()


class Index:
    def __init__(self, act=None):
        self.act = act

    def __index__(self):
        if self.act:
            self.act()
        return 1


class Float:
    def __float__(self):
        return 2.5


to = memoryview(bytearray(16)).cast("d")
to[Index()] = Float()
t(lambda: to.tolist())
to = memoryview(bytearray(16))
to[Index()] = Index()
t(lambda: to.tolist())


def broken():
    raise KeyError("k")


def release_in():
    to = memoryview(bytearray(16))
    to[0] = Index(to.release)


def release_key():
    to = memoryview(bytearray(16))
    to[Index(to.release)] = 1


def release_read():
    to = memoryview(bytearray(16))
    return to[Index(to.release)]


def broken_in():
    to = memoryview(bytearray(16))
    to[0] = Index(broken)


t(release_in)
t(release_key)
t(release_read)
t(broken_in)
