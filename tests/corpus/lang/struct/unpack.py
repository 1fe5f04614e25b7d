# Unpacking: whole buffers, parts of them, one after the other.
import struct


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


show(struct.unpack, "5p3sc?", b"\x03abcdefghi")
show(struct.unpack, "5p", b"\x09abcd")
show(struct.unpack, "0i", b"")
show(struct.unpack, "0s", b"")
show(struct.unpack, "?", b"\x05")
show(struct.unpack, "nNP", b"\xff" * 24)
show(struct.unpack, "<hHiIqQ", bytes(range(200, 228)))
show(struct.unpack, ">hHiIqQ", bytes(range(200, 228)))
show(struct.unpack, "<efd", struct.pack("<efd", 0.5, -0.5, 1e-300))
show(struct.unpack, "<3e", b"\x00\x7c\x00\xfc\x00\x7e")
show(struct.unpack, "2i", bytearray(8))
show(struct.unpack, "h", memoryview(b"abcd")[1:3])
show(struct.unpack, "20b", bytes(20))
show(struct.unpack, "i", b"abc")
show(struct.unpack, "i", "abcd")
show(struct.unpack, "i")
show(struct.unpack, "0p", b"")
data = b"abcdef"
show(struct.unpack_from, "i", data)
show(struct.unpack_from, "i", data, 2)
show(struct.unpack_from, "i", data, offset=-4)
show(struct.unpack_from, "i", buffer=data, offset=1)
for offset in (3, -3, -10, 100, "x", 2**70):
    show(struct.unpack_from, "i", data, offset)
show(struct.unpack_from, "i")
show(struct.unpack_from, "i", "text")
show(lambda: list(struct.iter_unpack("h", b"abcdef")))
show(lambda: list(struct.iter_unpack("<hb", bytearray(b"abcdef"))))
show(struct.iter_unpack, "h", b"abc")
show(struct.iter_unpack, "", b"abc")
show(struct.iter_unpack, "h", "text")
show(struct.iter_unpack, "h")
iterator = struct.iter_unpack(">H", b"\0\1\0\2")
print(iterator.__length_hint__(), next(iterator), iterator.__length_hint__(), type(iterator))
print(list(iterator), list(iterator), iter(iterator) is iterator)
