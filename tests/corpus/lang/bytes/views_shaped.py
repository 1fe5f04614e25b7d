# Memoryviews of several dimensions: subscripts, slices of the first, lists, bytes, equality.
def show(found):
    if isinstance(found, memoryview):
        found = (
            found.format,
            found.itemsize,
            found.ndim,
            found.shape,
            found.strides,
            found.suboffsets,
            found.nbytes,
            found.contiguous,
            found.c_contiguous,
            found.f_contiguous,
            found.readonly,
            found.tobytes(),
        )
    print(repr(found))


def t(do, *arguments):
    try:
        show(do(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


b = bytearray(range(24))
m = memoryview(b).cast("B", [2, 3, 4])
t(lambda: m)
t(len, m)
for key in [
    0, 5, slice(0, 1), slice(None, None, -1), slice(None, None, 2), slice(5, None), (1, 2, 3), (1, 2), (1, 2, 3, 4),
    (-1, -1, -1), (2, 0, 0), (0, 3, 0), (0, 0, -5), (), ..., "a", None, (slice(0, 1), slice(0, 1)), (slice(0, 1),),
    (slice(0, 1), 1), (0, "a"), (10**100, 0, 0), 10**100, (True, False, 1), 1.5, slice("a"), slice(0, 1, 0), (...,),
]:
    print(repr(key)[:40], end=": ")
    t(lambda: m[key])
t(lambda: m[1:][0, 1, 2])
t(lambda: m[::-1].tolist())
for order in ["A", "C", "F", None, "c", "", 1]:
    t(lambda: m.tobytes(order))
    t(lambda: m[::-1].tobytes(order=order))
t(m.tolist)
t(m.hex)
t(lambda: m.hex("-", 4))
t(lambda: m[::-1].hex("-", 4))
t(iter, m)
t(lambda: 3 in m)
t(list, m)
t(lambda: next(reversed(m)))
t(lambda: [x for x in m])
t(hash, m)
t(lambda: m.toreadonly())
t(lambda: hash(m.toreadonly()))
t(lambda: hash(memoryview(bytes(24)).cast("B", [4, 6])) == hash(bytes(24)))
t(lambda: hash(memoryview(bytes(24)).cast("H", [4, 3])))
t(lambda: m == memoryview(b))
t(lambda: m == memoryview(b).cast("B", [2, 3, 4]))
t(lambda: m == memoryview(b).cast("B", [2, 4, 3]))
t(lambda: m == memoryview(b).cast("b", [2, 3, 4]))
t(lambda: m == b)
t(lambda: m != m[::-1])
t(lambda: m[::-1][::-1] == m)
t(lambda: m == 1)
t(lambda: m < m)
t(lambda: m[5:].tolist())
t(lambda: m[5:].cast("B"))
t(lambda: m[5:].tobytes())
t(lambda: m[::2][::-1].tolist())
t(lambda: m[5:] == m[5::2])
t(lambda: bool(m[5:]))
for shape in [[1, 6], [6, 1], [3, 2], [2, 3], [1, 1, 6], [6, 1, 1], [2, 1, 3]]:
    six = memoryview(b"abcdef").cast("B", shape)
    t(lambda: six)
    t(lambda: six[::2])
    t(lambda: six[::-1])
    t(lambda: six[1:2])
    t(lambda: six.tobytes("F"))
    t(lambda: six[::-1].tobytes("F"))
    t(lambda: six[9:])
t(lambda: memoryview(bytes(12)).cast("B", [6, 2])[::2])
t(lambda: memoryview(bytes(12)).cast("B", [6, 2])[2:3:2])
wide = memoryview(bytearray(range(48))).cast("H", [2, 3, 4])
t(lambda: wide)
t(lambda: wide[1, 2, 3])
t(lambda: wide[::-1].tolist())
t(lambda: wide.tobytes("F"))
