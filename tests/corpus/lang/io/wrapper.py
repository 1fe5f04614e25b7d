# TextIOWrapper over buffers of all kinds.
import io


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


raw = io.BytesIO()
t = io.TextIOWrapper(raw, "utf-8")
print(t.write("abc"), raw.getvalue(), t.flush(), raw.getvalue())
print(t.encoding, t.errors, t.line_buffering, t.write_through, t.newlines, t.buffer is raw)
print(t.readable(), t.writable(), t.seekable(), t.closed)
print(t)
t.write("x" * 9000)
print(len(raw.getvalue()))
t.flush()
print(len(raw.getvalue()))
t = io.TextIOWrapper(io.BytesIO(), "ascii", line_buffering=True)
t.write("one")
print(t.buffer.getvalue())
t.write("\ntwo")
print(t.buffer.getvalue())
t.write("\r")
print(t.buffer.getvalue(), t.line_buffering)
t = io.TextIOWrapper(io.BytesIO(), "latin-1", write_through=True)
t.write("é")
print(t.buffer.getvalue(), t.write_through)
t.reconfigure(encoding="utf-8", errors="replace")
t.write("é\ud800")
print(t.buffer.getvalue(), t.encoding, t.errors)
t.reconfigure(newline="\r\n", line_buffering=True)
t.write("\n")
print(t.buffer.getvalue())
t.reconfigure(write_through=False, line_buffering=False)
t.write("later")
print(t.buffer.getvalue())
t.flush()
print(t.buffer.getvalue())
t = io.TextIOWrapper(io.BytesIO(b"one\ntwo\nthree"), "utf-8")
print(t.readline())
attempt(t.reconfigure, encoding="latin-1")
attempt(t.reconfigure, newline="")
attempt(t.reconfigure, line_buffering=True)
attempt(t.reconfigure, errors=3)
print(t.tell(), t.read(2), t.tell(), t.seek(4), t.read())
buffer = t.detach()
print(buffer.read(), buffer.seek(0))
for name in ("read", "readline", "flush", "close", "tell", "detach", "fileno", "__enter__"):
    attempt(getattr(t, name))
attempt(lambda: t.closed)
attempt(t.write, "x")
attempt(io.TextIOWrapper, io.BytesIO(), "no-such")
attempt(io.TextIOWrapper, io.BytesIO(), 3)
attempt(io.TextIOWrapper, io.BytesIO(), newline="q")
attempt(io.TextIOWrapper, "x")
t = io.TextIOWrapper(io.BytesIO(b"\xff\xfe"), "utf-8")
attempt(t.read)


class OneByte(io.RawIOBase):
    """Gives a byte at a time."""

    def __init__(self, data):
        self.data = bytearray(data)

    def readable(self):
        return True

    def readinto(self, buffer):
        if not self.data:
            return 0
        buffer[0] = self.data.pop(0)
        return 1


t = io.TextIOWrapper(io.BufferedReader(OneByte("aé€😀\r\nb\rc".encode())), "utf-8")
print([t.read(1) for _ in range(5)], t.readlines(), t.newlines, t.seekable())
attempt(t.tell)
attempt(t.seek, 0)
attempt(t.write, "x")
t = io.TextIOWrapper(io.BufferedReader(OneByte("\ufeffmit\n".encode("utf-16"))), "utf-16")
print(ascii(t.read()))
t = io.TextIOWrapper(io.BufferedWriter(io.BytesIO()), "utf-8")
attempt(t.read)
attempt(t.readline)


class Upper(io.TextIOWrapper):
    def write(self, text):
        return super().write(text.upper())

    def readline(self, size=-1):
        return super().readline(size).strip()


u = Upper(io.BytesIO(), "utf-8")
print("shout", file=u)
u.seek(0)
print(repr(u.readline()))
u.seek(0)
print(list(u), isinstance(u, io.TextIOBase))
d = io.IncrementalNewlineDecoder(None, translate=True)
print(repr(d.decode("a\r")), repr(d.decode("\nb\rc")), repr(d.decode("\r", True)), d.newlines)
print(d.getstate(), d.reset(), d.newlines)
d = io.IncrementalNewlineDecoder(None, translate=False)
print(repr(d.decode("a\r\n\n")), repr(d.decode("b\r")), d.getstate(), repr(d.decode("", final=True)), d.newlines)
attempt(d.decode, b"x")
