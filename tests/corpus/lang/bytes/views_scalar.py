# Memoryviews of several dimensions and of none: what can be assigned, and what takes their bytes.
from mod_views import show, t

b = bytearray(range(24))
m = memoryview(b).cast("B", [2, 3, 4])


def assign(key, value, to=m):
    to[key] = value
    return to.tobytes()


def delete(key, of=m):
    del of[key]


for key, value in [
    ((0, 0, 0), 9), ((1, -1, 3), 77), ((0, 0), 9), (0, 9), (9, 9), ((0, 0, 0, 0), 9), (slice(0, 1), b"a"), ((slice(0, 1),), b"a"),
    ((slice(0, 1), 1), b"a"), ("a", 1), (..., 1), ((), 1), ((2, 0, 0), 1), ((0, 0, 0), 256), ((0, 0, 0), "a"),
    ((0, 0, 1.5), 1), (slice(0, 1), 5), (slice("a"), 5),
]:
    print(key, value, end=": ")
    t(assign, key, value)
t(delete, 0)
t(delete, (0, 0, 0))
t(delete, 0, memoryview(b"a"))
t(bytes, m)
t(bytearray, m)
t(lambda: b"".join([m]))
two = memoryview(b"abcd").cast("B", [2, 2])
t(lambda: b"ab" + two)
t(lambda: int.from_bytes(two, "big"))
t(memoryview, two)
t(lambda: bytes(m[::-1]))
t(lambda: b"" + m[::-1])
t(lambda: b"abcd".startswith(two))
t(lambda: bytearray(b"ab").extend(two))
t(lambda: bytearray(two))
t(lambda: str(two, "ascii"))
t(lambda: two.obj)
t(assign, slice(0, 4), two, memoryview(bytearray(4)))
t(assign, slice(0, 4), memoryview(b"abcd"), memoryview(bytearray(4)))
t(assign, slice(0, 4), memoryview(b"abcd").cast("b"), memoryview(bytearray(4)))
t(assign, slice(0, 4), memoryview(b"abcd").cast("@B"), memoryview(bytearray(4)))
t(assign, slice(0, 3), b"abcd", memoryview(bytearray(4)))
t(assign, slice(0, 3), 5, memoryview(bytearray(4)))
t(assign, slice(0, 3), "abc", memoryview(bytearray(4)))
t(assign, slice(0, 3), [1, 2, 3], memoryview(bytearray(4)))

z = memoryview(b"a").cast("B", [])
t(lambda: z)
t(len, z)
for key in [(), ..., 0, slice(None), (0,), "a", None, (...,)]:
    print(key, end=": ")
    t(lambda: z[key])
t(z.tolist)
t(z.tobytes)
t(lambda: z.tobytes("F"))
t(z.hex)
t(iter, z)
t(lambda: 1 in z)
t(lambda: next(reversed(z)))
t(lambda: type(hash(z)))
t(lambda: hash(z) == hash(b"a"))
t(lambda: z == memoryview(b"a"))
t(lambda: z == b"a")
t(lambda: z == memoryview(b"a").cast("B", ()))
t(lambda: z == memoryview(b"b").cast("B", ()))
t(lambda: z.cast("B"))
t(lambda: z.cast("B", [1]))
t(lambda: z.cast("B", []))
t(lambda: z.cast("B", [1, 1]))
t(lambda: bool(z))
t(lambda: bytes(z))
t(memoryview, z)
t(lambda: z.toreadonly())
word = memoryview(bytearray(4)).cast("i", ())
for key, value in [((), 5), (..., 6), (0, 6), (slice(None), 6), ((0,), 6), ((), "a"), ((), 1 << 40), (None, 1)]:
    print(key, value, end=": ")
    t(assign, key, value, word)
t(delete, (), word)
t(word.tolist)
array = bytearray(b"abcd")
with memoryview(array).cast("B", [2, 2]) as held:
    t(array.append, 1)
    t(held.release)
t(array.append, 1)
for name in ["ndim", "shape", "strides", "suboffsets", "nbytes", "itemsize", "format", "contiguous", "obj", "readonly"]:
    t(lambda: getattr(held, name))
t(lambda: held[0, 0])
t(lambda: assign((0, 0), 1, held))
t(lambda: held.tolist())
t(lambda: held.cast("B"))
t(lambda: len(held))
t(lambda: hash(held))
t(lambda: held == held)
t(lambda: held == two)
t(lambda: two == held)
t(lambda: held.__enter__())
t(lambda: held.release())
t(lambda: memoryview(held))
t(lambda: bytes(held))
t(lambda: held.tobytes())
t(lambda: held.hex())
t(lambda: held.toreadonly())
t(lambda: iter(held))
ro = memoryview(b"ab")
first = hash(ro)
ro.release()
t(lambda: hash(ro) == first)
