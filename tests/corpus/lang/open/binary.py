# Files of bytes: buffers, seeking, reading into buffers.
import io
import os

folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"open-binary-{os.getpid()}")
os.mkdir(folder)
os.chdir(folder)
with open("a", "wb") as f:
    print(f.write(bytes(range(256)) * 100), f.tell())
    print(f.write(bytearray(b"xyz")), f.write(memoryview(b"12345")[1:3]), f.tell())
    f.flush()
    print(os.path.getsize("a"), f.seekable(), f.writable(), f.readable())
with open("a", "rb") as f:
    print(f.read(3), f.peek(2)[:2], f.read1(4), f.tell())
    print(f.seek(-5, 2), f.read(), f.read(), f.read1(10))
    print(f.seek(10), f.read(2), f.seek(3, 1), f.read(1), f.seek(-2, io.SEEK_CUR))
    buffer = bytearray(6)
    print(f.readinto(buffer), buffer, f.readinto1(memoryview(buffer)[2:4]), buffer)
    print(len(f.readline()), f.tell(), len(f.readlines()), f.tell())
    print(f, type(f.raw).__name__, f.raw.name)
with open("a", "r+b") as f:
    print(f.read(2), f.write(b"AB"), f.tell(), f.read(2))
    f.seek(0)
    print(f.read(8))
    print(f.truncate(5), f.seek(0), f.read())
    f.seek(8)
    f.write(b"end")
    f.seek(0)
    print(f.read())
with open("a", "ab") as f:
    print(f.tell(), f.write(b"!!"), f.tell())
with open("a", "ab+") as f:
    f.seek(0)
    print(f.read(4))
with open("lines", "wb") as f:
    f.writelines([b"a\n", b"bc\n", b"", b"d"])
with open("lines", "rb") as f:
    print(list(f), f.readline())
with open("lines", "rb") as f:
    print(f.readline(1), f.readline(), f.readlines(1), f.readlines())
with open("lines", "rb", buffering=2) as f:
    print(f.readline(), f.read(2), f.readline(), f.read())
with open("lines", "rb", buffering=0) as f:
    print(f.read(3), f.readline(), f.readall(), f.read())
with open("lines", "wb", buffering=0) as f:
    print(f.write(b"direct"), os.path.getsize("lines"))


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


f = open("a", "rb")
attempt(f.write, b"x")
attempt(f.read, -2)
attempt(f.read, "x")
attempt(f.seek, 0, 9)
attempt(f.seek, -1)
attempt(f.seek, "x")
attempt(f.truncate)
attempt(f.readinto, b"readonly")
f.close()
for method in (f.read, f.readline, f.tell, f.flush, f.peek, f.read1, f.fileno, f.isatty, f.seekable):
    attempt(method)
attempt(f.seek, 0)
attempt(next, f)
attempt(f.__enter__)
w = open("a", "wb")
attempt(w.read)
attempt(w.write, "text")
attempt(w.write, 5)
attempt(w.readline)
w.close()
attempt(w.write, b"x")
attempt(w.flush)
print(f.closed, w.closed)
os.remove("a")
os.remove("lines")
os.chdir("/")
os.rmdir(folder)
