# StringIO: text in memory.
import io

s = io.StringIO()
print(s.write("héllo\n"), s.write("wörld\r\nx"), repr(s.getvalue()), s.tell())
print(s.seek(2), repr(s.read(3)), s.tell(), repr(s.readline()), s.tell(), list(s), s.tell())
s.seek(1)
print(s.write("éé"), repr(s.getvalue()))
s.seek(20)
print(s.tell(), repr(s.read()), s.write("z"), repr(s.getvalue()), len(s.getvalue()))
print(s.truncate(5), repr(s.getvalue()), s.tell(), s.seek(0), s.truncate(), repr(s.getvalue()))
t = io.StringIO("first\nsecond\nthird")
print(t.read(2), t.readline(), t.readline(3), t.readline(-1), t.readlines(), repr(t.readline()))
t.seek(0)
print(t.readlines(7), t.read(), t.seek(0, 2), t.write("!"), t.getvalue())
t.seek(3)
t.writelines(["a", "bc", ""])
print(t.getvalue(), t.tell(), t.seek(0, 1), t.seek(0, io.SEEK_END))
print(t.readable(), t.writable(), t.seekable(), t.isatty(), t.closed, t.line_buffering)
print(t.encoding, t.errors, t.newlines)
for newline in (None, "", "\n", "\r", "\r\n"):
    t = io.StringIO("a\nb\r\nc\rd", newline)
    print(repr(newline), repr(t.getvalue()), t.readlines(), t.newlines)
    t.write("e\nf\r")
    print(repr(t.getvalue()), t.newlines)
with io.StringIO("x") as t:
    print(t.read(), next(iter(t), "end"))
print(t.closed, t.close())
big = io.StringIO()
for i in range(1000):
    big.write(str(i))
    big.write("é")
text = big.getvalue()
print(len(text), text[:12], text[-5:], big.tell())
big.seek(100)
print(big.read(5), text[100:105], big.tell())
print(io.StringIO(None).read() == "", io.StringIO(newline="\n", initial_value="q").getvalue())
t = io.StringIO()
print(1, "two", None, sep="|", end="$", file=t)
print(t.getvalue())
t.extra = 3
print(t.extra, t.__dict__)


class Loud(io.StringIO):
    def write(self, text):
        return super().write(text.upper())

    def readline(self, *args):
        return "<" + super().readline(*args) + ">"


loud = Loud()
print("quiet", file=loud)
loud.seek(0)
print(repr(loud.getvalue()), loud.readline())
print(isinstance(loud, io.TextIOBase), isinstance(loud, io.IOBase), issubclass(io.StringIO, io.RawIOBase))
print(io.StringIO("a\nb").__class__, io.StringIO.__module__)
surrogate = io.StringIO("\ud800")
print(ascii(surrogate.getvalue()), ascii(surrogate.read(1)))
