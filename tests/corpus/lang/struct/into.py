# Packing into buffers.
import struct


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


buffer = bytearray(b"." * 10)
show(struct.pack_into, "i", buffer, 0, 1)
print(buffer)
show(struct.pack_into, "<hxb", buffer, -4, -2, 3)
print(buffer)
show(struct.pack_into, "3s", memoryview(buffer)[2:8], 1, b"abc")
print(buffer)
show(struct.pack_into, "", buffer, 10)
show(struct.pack_into)
show(struct.pack_into, "i")
show(struct.pack_into, "i", buffer)
show(struct.pack_into, "i", buffer, 0)
show(struct.pack_into, "i", buffer, 0, 1, 2)
for offset in (8, -2, -12, 100, "x", 2**70):
    show(struct.pack_into, "i", buffer, offset, 1)
show(struct.pack_into, "i", b"abcd", 0, 1)
show(struct.pack_into, "i", "abcd", 0, 1)
show(struct.pack_into, "b", buffer, 0, 1000)
print(buffer)


class Shrink:
    def __index__(self):
        return 65


show(struct.pack_into, "bb", buffer, 0, Shrink(), Shrink())
print(buffer)
s = struct.Struct("<2h")
show(s.pack_into, buffer, 2, 1, 2)
show(s.pack_into)
show(s.pack_into, buffer)
show(s.pack_into, buffer, 0)
show(s.pack_into, buffer, 9, 1, 2)
print(buffer)
