# Arrays as bytes: memoryviews, files, other modules.
import binascii
import io
import struct


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


from array import array as A
a = A("h", [1, 2, -1])
print(bytes(a), bytearray(a), b"".join([a, b"x"]), int.from_bytes(a, "little"))
m = memoryview(a)
print(m.format, m.itemsize, m.nbytes, m.tolist(), m.readonly, m.shape, m[1], m.obj is a)
m[0] = 77
print(a[0], m[1:].tobytes())
show(a.append, 1)
show(a.pop)
show(a.extend, [1])
show(a.frombytes, b"ab")
show(a.insert, 0, 1)
show(a.__delitem__, 0)
show(a.__imul__, 2)
show(a.__setitem__, 1, 5)
show(a.reverse)
m.release()
a.append(1)
print(a, binascii.hexlify(a), struct.unpack("<4h", a), binascii.crc32(a))
struct.pack_into("<h", a, 2, 1000)
print(a)
out = io.BytesIO()
a.tofile(out)
print(out.getvalue())
out.seek(0)
b = A("h")
b.fromfile(out, 2)
print(b)
show(b.fromfile, out, 10)
print(b)
show(b.fromfile, out, -1)
show(b.fromfile, 5, 1)
show(b.tofile, 5)
show(b.fromfile, io.StringIO("x"), 1)
d = A("d", [0.5, 1.5])
v = memoryview(d)
v[1] = 2.25
print(d, v.cast("B")[:8].tobytes() == struct.pack("d", 0.5))
show(v.__setitem__, 0, "x")
