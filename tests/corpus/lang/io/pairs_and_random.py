# Buffered streams in both directions: pairs of pipes' ends, and files read and written in one.
import io
import os


def fails(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, str(error)[:60])


class Source(io.RawIOBase):
    def __init__(self, data):
        self.data = io.BytesIO(data)

    def readable(self):
        return True

    def readinto(self, buffer):
        return self.data.readinto(buffer)


class Sink(io.RawIOBase):
    def __init__(self):
        self.parts = []

    def writable(self):
        return True

    def write(self, data):
        self.parts.append(bytes(data))
        return len(data)


sink = Sink()
pair = io.BufferedRWPair(Source(b"line one\nline two\nrest"), sink, 8)
print(pair.readable(), pair.writable(), pair.seekable(), pair.isatty(), pair.closed)
print(pair.read(4), pair.peek(2)[:2], pair.readline(), pair.read1(3), pair.readinto(buffer := bytearray(4)), buffer)
print(pair.write(b"1234"), sink.parts, pair.write(b"567890"), pair.flush(), b"".join(sink.parts))
fails(pair.seek, 0)
fails(pair.tell)
fails(pair.detach)
fails(pair.truncate)
print(pair.read(), pair.read(), pair.readlines())
pair.write(b"at the end")
print(pair.close(), b"".join(sink.parts), sink.closed, pair.closed)
fails(pair.write, b"x")
fails(pair.read)
fails(pair.flush)
fails(io.BufferedRWPair, Sink(), Source(b""))
fails(io.BufferedRWPair, Source(b""), Source(b""))
fails(io.BufferedRWPair, Source(b""), Sink(), 0)
fails(io.BufferedRWPair, io.BytesIO(b"x"), None)

name = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"io-random-{os.getpid()}")
try:
    with open(name, "w+b") as file:
        print(type(file).__name__, isinstance(file, io.BufferedRandom), file.mode, file.write(b"0123456789"))
        print(file.tell(), file.read(), file.seek(3), file.read(2), file.write(b"ab"), file.tell(), file.read(2))
        file.seek(0)
        print(file.peek(4)[:4], file.read1(3), file.write(b"-"), file.seek(-2, os.SEEK_CUR), file.read())
        print(file.truncate(6), file.tell(), file.seek(0), file.read(), file.seek(9), file.write(b"!"), file.seek(0), file.read())
        file.seek(2)
        print(file.readline(), file.seek(0, 2), file.writelines([b"\n", b"two\n"]), file.seek(0), file.readlines())
        fails(file.seek, -1)
        fails(file.seek, 0, 9)
        fails(file.write, "text")
        fails(file.readinto, b"fixed")
        raw = file.detach()
        print(type(raw).__name__, raw.seek(0), raw.read(3), raw.closed)
        fails(file.read)
        fails(file.close)
        raw.close()
except ValueError as error:
    print(error)
with open(name, "r+b", buffering=4) as file:
    file.write(b"ABCDEFGHIJ")
    print(file.raw.tell() >= 4, os.stat(name).st_size)
    file.seek(1)
    print(file.read(1), file.write(b"xyz"), file.read(1), file.flush(), open(name, "rb").read())
fails(io.BufferedRandom, io.BytesIO(b""), 0)
fails(io.BufferedRandom, Sink())
with io.BufferedRandom(io.BytesIO(b"in memory")) as file:
    print(file.read(2), file.write(b"//"), file.seek(0), file.read(), file.raw.getvalue())
os.remove(name)
