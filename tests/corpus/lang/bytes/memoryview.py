# memoryview: attributes, indexing, slices, conversion, equality, hash.
def attempt(call, *args, **kwargs):
    try:
        print(repr(call(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


array = bytearray(b"abcdefgh")
m = memoryview(array)
print(m.obj is array, m.nbytes, m.readonly, m.format, m.itemsize, m.ndim, m.shape, m.strides, m.suboffsets, m.c_contiguous, m.f_contiguous, m.contiguous)
print(len(m), m[0], m[-1], m[3,], list(m[2:4]), m[::2].tolist(), m[::-1].tobytes(), m[5:2].tolist(), m[2:6][1:3].tobytes())
print(m[::2].shape, m[::2].strides, m[::2].nbytes, m[::2].contiguous, m[::-1].strides, m[7::-3].tolist())
print(m.tolist(), m.tobytes(), bytes(m), bytearray(m[1:3]), m.hex(), m.hex(":", 3), m[::2].hex("-"))
print(m == array, m == b"abcdefgh", m[::2] == b"aceg", m != b"x", m == "abcdefgh", m == m[:], m[:3] == m[5:], memoryview(b"") == b"")
print(97 in m, 300 in m, b"a" in m, [hex(b) for b in m], list(reversed(m)), max(m), sorted(m, reverse=True)[:2], *m[:2])
it = iter(m)
print(type(it).__name__, next(it), next(it))
first, *rest = memoryview(b"xyz")
print(first, rest, bool(m), bool(memoryview(b"")))
m[0] = 65
m[1:3] = b"BC"
m[-1] = True
m[3:5] = memoryview(bytearray(b"DE"))
m[::4] = b"12"
print(array)
m[1:4] = m[2:5]
print(array, m[2:4].obj is array)
r = memoryview(b"abc")
print(r.readonly, hash(r) == hash(b"abc"), hash(r[1:]) == hash(b"bc"), hash(r[::-1]) == hash(b"cba"), {r: 1}[b"abc"])
ro = m.toreadonly()
print(ro.readonly, m.readonly, ro.obj is array, ro[0])
print(memoryview(m).obj is array, memoryview(r).readonly, memoryview(object=b"x")[0])


def assign(view, key, value):
    view[key] = value


def delete(view, key):
    del view[key]


attempt(assign, m, 0, 256)
attempt(assign, m, 0, -1)
attempt(assign, m, 0, "a")
attempt(assign, m, 0, b"a")
attempt(assign, m, 8, 1)
attempt(assign, m, slice(0, 2), b"abc")
attempt(assign, m, slice(0, 2), "ab")
attempt(assign, m, slice(0, 2), [1, 2])
attempt(assign, m, "a", 1)
attempt(assign, r, 0, 1)
attempt(assign, ro, slice(0, 1), b"x")
attempt(delete, m, 0)
attempt(delete, r, 0)
attempt(lambda: m[8])
attempt(lambda: m[-9])
attempt(lambda: m["a"])
attempt(lambda: m[1.5])
attempt(lambda: m[0, 1])
attempt(lambda: m[()])
attempt(lambda: m[::0])
attempt(lambda: m[10**30])
attempt(hash, m)
attempt(hash, ro)
attempt(memoryview, "text")
attempt(memoryview, [1])
attempt(memoryview)
attempt(lambda: m < m)
attempt(lambda: m + b"x")
attempt(lambda: m * 2)
attempt(m.tobytes, "X")
attempt(m.tobytes, 5)
attempt(m.tobytes, order="F")
attempt(m.hex, "::")
attempt(b"abc".find, m[::2])
attempt(lambda: b"x" + m[::2])
attempt(b"".join, [m[::2]])
attempt(lambda: m.missing)
print(type(memoryview).__name__, repr(m).startswith("<memory at 0x"), memoryview.__doc__)
