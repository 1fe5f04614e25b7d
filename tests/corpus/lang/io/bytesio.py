# BytesIO: bytes in memory.
import io

b = io.BytesIO(b"first\nsecond\nlast")
print(b.read(3), b.read1(2), b.readline(), b.readline(4), b.tell(), b.read(), b.read(), b.readline())
print(b.seek(-4, 2), b.read(), b.seek(0), b.readlines(), b.seek(0), b.readlines(7), list(b))
print(b.seek(2), b.seek(3, io.SEEK_CUR), b.seek(-1, 1), b.read(2), b.seek(-100, 2), b.tell())
print(b.write(b"FIRST"), b.write(bytearray(b"-")), b.write(memoryview(b"xyz")[1:]), b.getvalue())
print(b.seek(25), b.write(b"!"), b.getvalue())
print(b.truncate(8), b.getvalue(), b.tell(), b.read(), b.write(b"?"), len(b.getvalue()))
b = io.BytesIO()
b.writelines([b"a", b"bc", bytearray(b"d")])
print(b.getvalue(), b.tell(), b.readable(), b.writable(), b.seekable(), b.isatty(), b.closed)
buffer = bytearray(6)
b.seek(1)
print(b.readinto(buffer), buffer, b.readinto1(buffer), b.readinto(memoryview(buffer)[:2]))
view = b.getbuffer()
print(view.nbytes, bytes(view), view.readonly)
view[0] = 90
print(b.getvalue())
print(bytes(view), len(view))
try:
    b.write(b"Y")
except BufferError as error:
    print(error)
view.release()
b.write(b"longer and longer")
print(b.getvalue())
with io.BytesIO(b"ctx") as c:
    print(c.read())
print(c.closed)
print(io.BytesIO(bytearray(b"copy")).getvalue(), io.BytesIO(initial_bytes=b"named").getvalue(), io.BytesIO(None).getvalue())
source = b"shared"
c = io.BytesIO(source)
c.write(b"S")
print(source, c.getvalue())
c.extra = [1]
print(c.extra, isinstance(c, io.BufferedIOBase), isinstance(c, io.IOBase), isinstance(c, io.TextIOBase))
print(c.__getstate__())
d = io.BytesIO.__new__(io.BytesIO)
d.__setstate__(c.__getstate__())
print(d.read(), d.extra, d.tell())
e = io.StringIO.__new__(io.StringIO)
f = io.StringIO("state\nx")
f.read(3)
e.__setstate__(f.__getstate__())
print(e.read(), f.__getstate__())
for line in io.BytesIO(b"a\r\nb\n\nc"):
    print(line)
big = io.BytesIO()
for i in range(3000):
    big.write(i.to_bytes(2, "big"))
print(big.tell(), big.getvalue()[-4:], big.seek(100), big.read(4))


class Half(io.BytesIO):
    def read(self, size=-1):
        return super().read(size // 2 if size > 0 else size)


print(Half(b"abcdefgh").read(6), Half(b"ab").getvalue())
text = io.TextIOWrapper(io.BytesIO(b"\xc3\xa9\nzwei\r\n"), encoding="utf-8")
print(text.readlines(), text.newlines)
out = io.BytesIO()
text = io.TextIOWrapper(out, encoding="utf-16-le", newline="\r\n", write_through=True)
print(text.write("a\nb"), out.getvalue())
print(text.detach() is out, out.closed)
