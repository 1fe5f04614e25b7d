# The base classes: what they offer to classes of one's own.
import io


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


base = io.IOBase()
print(base.closed, base.readable(), base.writable(), base.seekable(), base.isatty(), base.flush())
for name in ("seek", "truncate", "fileno", "tell"):
    attempt(getattr(base, name))
for cls in (io.RawIOBase, io.BufferedIOBase, io.TextIOBase):
    thing = cls()
    for name in ("read", "readline", "write", "detach", "readall", "read1"):
        if hasattr(thing, name):
            print(cls.__name__, name, end=" ")
            attempt(getattr(thing, name), *(["x"] if name == "write" else []))
attempt(io.TextIOBase().read)
print(io.TextIOBase().encoding, io.TextIOBase().newlines, io.TextIOBase().errors)
with io.IOBase() as f:
    print(f.closed)
print(f.closed)
attempt(f.flush)
attempt(f.__enter__)
attempt(f.isatty)
attempt(next, f)
print(io.UnsupportedOperation.__mro__)
print(io.SEEK_SET, io.SEEK_CUR, io.SEEK_END, io.DEFAULT_BUFFER_SIZE, io.open is open, io.BlockingIOError is BlockingIOError)
print(io.text_encoding("utf-8"))


class Countdown(io.RawIOBase):
    def __init__(self, data):
        self.data = data
        self.calls = 0

    def readable(self):
        return True

    def readinto(self, buffer):
        self.calls += 1
        count = min(len(buffer), 4, len(self.data))
        buffer[:count] = self.data[:count]
        self.data = self.data[count:]
        return count


raw = Countdown(b"abc\ndefg\nhi")
print(raw.read(2), raw.readline(), raw.readall(), raw.read(), raw.read(3))
raw = Countdown(b"abc\ndefg\nhi")
print(list(raw), raw.calls > 5, raw.readlines())
reader = io.BufferedReader(Countdown(b"abc\ndefg\nhi" * 3), 8)
print(reader.read(5), reader.peek()[:2], reader.readline(), reader.read1(3), reader.readlines(2), reader.read())
attempt(reader.write, b"x") if hasattr(reader, "write") else None
attempt(reader.tell)
attempt(io.BufferedWriter, Countdown(b""))
attempt(io.BufferedRandom, Countdown(b""))
attempt(io.BufferedReader, Countdown(b""), 0)


class Sink(io.RawIOBase):
    def __init__(self, most=3):
        self.written = []
        self.most = most

    def writable(self):
        return True

    def write(self, data):
        data = bytes(data[: self.most])
        self.written.append(data)
        return len(data)


sink = Sink()
writer = io.BufferedWriter(sink, 8)
print(writer.write(b"abcd"), sink.written, writer.write(b"efgh"), sink.written)
writer.flush()
print(b"".join(sink.written), max(map(len, sink.written)))
writer.write(b"last")
writer.close()
print(b"".join(sink.written), sink.closed, writer.closed)
pair = io.BufferedRWPair(Countdown(b"read me\n"), Sink(100))
print(pair.read(4), pair.write(b"out"), pair.flush(), pair.readline(), pair.readable(), pair.writable(), pair.closed)
pair.close()
print(pair.closed)
writer = io.BufferedWriter(Sink(0))
r = io.BufferedReader(io.BytesIO(b"xyz"))
print(r.detach().read())
attempt(r.read)
attempt(io.BufferedReader, 3)


class Lines(io.IOBase):
    def __init__(self, lines):
        self.lines = list(lines)

    def readline(self, size=-1):
        return self.lines.pop(0) if self.lines else b""


print(list(Lines([b"a\n", b"b"])), Lines([b"x", b"yy", b"zzz"]).readlines(2))
print(issubclass(io.BufferedReader, io.BufferedIOBase), issubclass(io.FileIO, io.RawIOBase), isinstance(sink, io.IOBase))
print(issubclass(io.TextIOWrapper, io.TextIOBase), issubclass(io.StringIO, io.BufferedIOBase))
