# What StringIO and BytesIO refuse.
import io


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


s = io.StringIO("text")
attempt(s.write, b"bytes")
attempt(s.write, 3)
attempt(s.write, None)
attempt(s.read, "x")
attempt(s.read, 1.5)
attempt(s.readline, "x")
attempt(s.seek, -1)
attempt(s.seek, 1, 1)
attempt(s.seek, -1, 2)
attempt(s.seek, 0, 3)
attempt(s.seek, "x")
attempt(s.truncate, -1)
attempt(s.truncate, "x")
attempt(s.fileno)
attempt(s.detach)
attempt(s.writelines, [1])
attempt(s.writelines, None)
attempt(s.readlines, "x")
attempt(io.StringIO, 3)
attempt(io.StringIO, b"x")
attempt(io.StringIO, "", 3)
attempt(io.StringIO, "", "x")
s.close()
for name in ("read", "readline", "readlines", "getvalue", "tell", "truncate", "flush", "isatty", "readable", "writable", "seekable", "__enter__", "__iter__", "__next__"):
    attempt(getattr(s, name))
attempt(s.write, "x")
attempt(s.seek, 0)
attempt(print, "x", file=s)
attempt(lambda: s.newlines)
attempt(lambda: s.line_buffering)
print(s.closed)

b = io.BytesIO(b"data")
attempt(b.write, "text")
attempt(b.write, 3)
attempt(b.read, "x")
attempt(b.readline, 1.5)
attempt(b.seek, -1)
attempt(b.seek, 0, 3)
attempt(b.seek, "x")
attempt(b.truncate, -1)
attempt(b.truncate, "x")
attempt(b.readinto, b"const")
attempt(b.fileno)
attempt(b.detach)
attempt(b.writelines, ["x"])
attempt(io.BytesIO, "x")
attempt(io.BytesIO, 3)
view = b.getbuffer()
attempt(b.write, b"longer than it was")
attempt(b.truncate, 1)
attempt(b.close)
view.release()
attempt(b.truncate, 1)
attempt(b.close)
for name in ("read", "read1", "readline", "readlines", "getvalue", "getbuffer", "tell", "truncate", "flush", "isatty", "readable", "writable", "seekable", "__enter__", "__next__"):
    attempt(getattr(b, name))
attempt(b.write, b"x")
attempt(b.seek, 0)
attempt(b.readinto, bytearray(3))


class Index:
    def __index__(self):
        return 2


s = io.StringIO("abcdef")
print(s.read(Index()), s.readline(Index()), s.seek(Index()), s.truncate(Index()), s.getvalue())
b = io.BytesIO(b"abcdef")
print(b.read(Index()), b.readline(Index()), b.seek(Index()), b.truncate(Index()), b.getvalue())
