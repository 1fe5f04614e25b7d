# The class Struct.
import struct


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


s = struct.Struct(">ih")
print(s.size, s.format, struct.Struct(b"i").format, struct.Struct(format="q").size)
show(s.pack, 1, 2)
show(s.pack, 1)
show(s.pack, 1, "x")
show(s.unpack, bytes(range(6)))
show(s.unpack, b"123")
show(s.unpack, "text")
show(s.unpack_from, b"123456789", 2)
show(s.unpack_from, buffer=b"123456789", offset=3)
show(s.unpack_from, b"123456789", 20)
show(s.unpack_from)
show(lambda: list(s.iter_unpack(bytes(12))))
show(s.iter_unpack, bytes(7))
show(setattr, s, "size", 1)
show(setattr, s, "format", "x")
show(setattr, s, "other", 1)
show(struct.Struct, 1)
show(struct.Struct, "y")
show(struct.Struct, "3")
print(s == struct.Struct(">ih"), s != s, hash(s) == hash(s))
print(struct.Struct, type(s).__name__, struct.Struct.__module__)


class Named(struct.Struct):
    def __init__(self, format, *names):
        super().__init__(format)
        self.names = names

    def read(self, data):
        return dict(zip(self.names, self.unpack(data)))


point = Named("<hh", "x", "y")
print(point.read(b"\1\0\2\0"), point.size, point.names)
print(point.pack(3, 4))
s.__init__("b")
print(s.size, s.format, s.pack(5))
print(struct.__all__, struct._clearcache())
for _ in range(3):
    total = sum(struct.Struct("<Q").unpack(struct.pack("<Q", n))[0] for n in range(500))
print(total)
