# Streams that scripts write: what RawIOBase makes of readinto and write, and how wrong answers are told.
import io


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


class Slow(io.RawIOBase):
    """Gives and takes a few bytes at a time."""

    def __init__(self, data=b"", step=3):
        self.data, self.step, self.at, self.log = bytearray(data), step, 0, []

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def readinto(self, buffer):
        chunk = self.data[self.at:self.at + min(len(buffer), self.step)]
        buffer[:len(chunk)] = chunk
        self.at += len(chunk)
        self.log.append(("read", len(buffer), len(chunk)))
        return len(chunk)

    def write(self, data):
        chunk = bytes(data[:self.step])
        self.data[self.at:self.at + len(chunk)] = chunk
        self.at += len(chunk)
        self.log.append(("write", len(data), len(chunk)))
        return len(chunk)

    def seek(self, offset, whence=0):
        self.at = offset + (0, self.at, len(self.data))[whence]
        return self.at


raw = Slow(b"one two\nthree\nfour")
print(raw.read(2), raw.read(5), raw.readline(), raw.tell(), raw.readall(), raw.read(), raw.readall())
raw.seek(0)
print(raw.readlines(), raw.seek(-4, 2), raw.readline(2), raw.readline(-1))
raw.seek(0)
print([line for line in raw], raw.closed, raw.isatty())
attempt(raw.fileno)
attempt(raw.truncate)
attempt(raw.read, "x")
raw.log.clear()
buffered = io.BufferedReader(Slow(b"abcdefghij"), 4)
print(buffered.read(5), buffered.raw.log, buffered.read1(), buffered.read1(3), buffered.tell(), buffered.read())
writer = io.BufferedWriter(Slow(step=2), 4)
print(writer.write(b"ab"), writer.raw.log, writer.write(b"cdefg"), writer.flush(), bytes(writer.raw.data), writer.tell())
text = io.TextIOWrapper(Slow("grüße\nzwei".encode(), 1), "utf-8")
print(text.readline(), text.read())
both = io.BufferedRandom(Slow(b"0123456789", 4), 8)
print(both.read(3), both.write(b"XY"), both.seek(0), both.read(), both.seek(2), both.write(b"-"), both.flush(), bytes(both.raw.data))
print(both.peek(2)[:2], both.tell(), both.seek(0, 2), both.read(), both.readable(), both.writable(), both.mode if hasattr(both, "mode") else "no mode")


for kind in (io.IOBase, io.RawIOBase, io.BufferedIOBase, io.TextIOBase):
    made = kind()
    print(kind.__name__, made.readable(), made.writable(), made.seekable(), made.closed)
    for name in ("read", "readline", "write", "seek", "truncate", "fileno", "detach", "tell"):
        if hasattr(made, name):
            try:
                getattr(made, name)(*[b"x"] * (name == "write") + [0] * (name == "seek"))
            except Exception as error:
                print("   ", name, type(error).__name__, error)
    with made:
        pass
    attempt(made.__enter__)
    attempt(made.flush)
