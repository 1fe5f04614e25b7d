# Streams that would have to wait: None from a raw stream, BlockingIOError from a buffer.
import errno
import io
import os


class Valve(io.RawIOBase):
    """Takes so many bytes, then says that it would block; gives what it is given."""

    def __init__(self, room=0, data=()):
        self.room, self.data, self.got = room, list(data), bytearray()

    def readable(self):
        return True

    def writable(self):
        return True

    def write(self, data):
        if not self.room:
            return None
        taken = bytes(data[:self.room])
        self.room -= len(taken)
        self.got += taken
        return len(taken)

    def readinto(self, buffer):
        if not self.data:
            return 0
        piece = self.data.pop(0)
        if piece is None:
            return None
        taken, rest = piece[:len(buffer)], piece[len(buffer):]
        if rest:
            self.data.insert(0, rest)
        buffer[:len(taken)] = taken
        return len(taken)


def fails(function, *args):
    try:
        print(function(*args))
    except BlockingIOError as error:
        print(type(error).__name__, error.strerror, error.characters_written, error.args[1:])
    except Exception as error:
        print(type(error).__name__, error)


reader = io.BufferedReader(Valve(data=[b"ab", None, b"cd", None, None, b"ef"]))
print(reader.read(4), reader.read(4), reader.read(1), reader.read(), reader.read())
reader = io.BufferedReader(Valve(data=[None, b"one\ntw", None, b"o\n"]))
print(reader.read(3), reader.readline(), reader.peek(), reader.read(5), reader.readline(), reader.readline())
reader = io.BufferedReader(Valve(data=[None, b"xyz", None]))
print(reader.read1(2), reader.read1(2), reader.readinto(bytearray(5)), reader.readinto(bytearray(5)))
raw = Valve(data=[None, b"abc"])
print(raw.read(5), raw.read(5), raw.read(5), raw.readall())
raw = Valve(data=[b"abc", None, b"d"])
print(raw.readall(), raw.readall(), Valve(data=[None]).readall())

writer = io.BufferedWriter(Valve(room=5), 4)
fails(writer.write, b"123")
fails(writer.write, b"4567")
fails(writer.flush)
fails(writer.write, b"abcdefgh")
print(bytes(writer.raw.got))
writer.raw.room = 100
fails(writer.flush)
print(bytes(writer.raw.got))
fails(writer.write, b"rest of it")
fails(writer.flush)
print(bytes(writer.raw.got), Valve(room=2).write(b"xyz"), Valve().write(b"x"))
text = io.TextIOWrapper(io.BufferedWriter(Valve(room=3), 4), "ascii", write_through=True)
fails(text.write, "ab")
fails(text.write, "cdefghijk")
text.buffer.raw.room = 50
text.flush()
print(bytes(text.buffer.raw.got))

error = io.BlockingIOError(errno.EAGAIN, "so far", 12)
print(error.characters_written, io.BlockingIOError is BlockingIOError, issubclass(io.UnsupportedOperation, (OSError,)), io.UnsupportedOperation.__mro__[1:3])
for args in ((), (1,), (errno.EAGAIN, "x"), (errno.EAGAIN, "x", "name")):
    made = BlockingIOError(*args)
    try:
        print(made.characters_written)
    except AttributeError as missing:
        print("AttributeError", missing, made.filename)
try:
    BlockingIOError(errno=3)
except TypeError as error:
    print("no keywords")
try:
    raise BlockingIOError(errno.EWOULDBLOCK, os.strerror(errno.EWOULDBLOCK), 3)
except InterruptedError:
    print("not this")
except BlockingIOError as error:
    error.characters_written += 4
    print(error, error.characters_written)
