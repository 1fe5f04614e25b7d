# memoryview.cast: formats, items of each, writing through them.
def attempt(call, *args):
    try:
        print(repr(call(*args)))
    except Exception as error:
        print(type(error).__name__, error)


data = bytes(range(0, 256, 11))[:24]
m = memoryview(data)
for letter in "bBchHiIlLqQnNfd?":
    view = m.cast(letter)
    print(letter, view.format, view.itemsize, len(view), view.shape, view.strides, view.nbytes, view[0], view[-1], view[::-1].tolist()[:2])
print(m.cast("@H").format, m.cast("@H")[1], m.cast("H") == m.cast("@H"), m.cast("H") == m, m.cast("H").tobytes() == data)
print(m.cast("H").cast("B").tolist() == m.tolist(), m.cast("B", [24]).shape, m.cast("h", (12,)).shape, m.cast("c")[1:3].tolist())
print(m.cast("b") == m, m.cast("c") == m, memoryview(b"\x01\x02").cast("b") == b"\x01\x02", m.cast("i")[2:4].hex())
array = bytearray(16)
w = memoryview(array)
h = w.cast("h")
h[0] = -2
h[1] = 32767
w.cast("I")[1] = 4294967295
w.cast("d")[1] = -0.5
print(array, h.tolist()[:4], w.cast("d")[1])
w.cast("q")[0] = -1
w.cast("Q")[1] = 2**64 - 1
print(array.hex(), w.cast("Q")[0], w.cast("n")[0])
w.cast("f")[0] = 1.5
w.cast("f")[1] = 3
w.cast("?")[8] = []
w.cast("?")[9] = "yes"
w.cast("c")[10] = b"z"
print(array, w.cast("f")[:2].tolist())
h[2:4] = memoryview(b"abcd").cast("h")
print(array)


class Index:
    def __index__(self):
        return 7

    def __float__(self):
        return 2.5


h[0] = Index()
w.cast("d")[1] = Index()
print(array)


def assign(view, value):
    view[0] = value


for letter, values in {"b": (128, -129), "B": (256, -1), "h": (32768, 1.5), "H": (-1, "a"), "i": (2**31, None), "I": (-1, 2**32), "q": (2**63, -(2**63) - 1), "Q": (-1, 2**64), "n": (2**63,), "N": (-1,), "f": ("1", None), "d": (b"1",), "c": (b"", b"ab", 5, "a")}.items():
    for value in values:
        attempt(assign, w.cast(letter), value)
attempt(m.cast, "z")
attempt(m.cast, "")
attempt(m.cast, "BB")
attempt(m.cast, "<h")
attempt(m.cast, 5)
attempt(m.cast)
attempt(m[:23].cast, "h")
attempt(m[::2].cast, "B")
attempt(m.cast("h").cast, "i")
attempt(m.cast("d").cast, "d")
attempt(m.cast, "B", [25])
attempt(m.cast, "B", 24)
attempt(m.cast, "B", ["24"])
attempt(m.cast, "B", [-24])
attempt(lambda: hash(m.cast("h")))
attempt(lambda: hash(m.cast("c")) == hash(data))
attempt(assign, m.cast("h"), 1)


def store(value):
    h[0:2] = value


attempt(store, b"abcd")
attempt(store, memoryview(b"ab").cast("h"))
nan = memoryview(bytearray(b"\x00\x00\x00\x00\x00\x00\xf8\x7f")).cast("d")
print(nan == nan, nan == nan[:], nan[0] != nan[0])
