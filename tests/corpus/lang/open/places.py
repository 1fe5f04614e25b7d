# tell and seek of text files, and what is refused.
import io
import os

folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"open-places-{os.getpid()}")
os.mkdir(folder)
os.chdir(folder)
with open("f", "w", encoding="utf-8") as f:
    for i in range(1000):
        f.write(f"é{i}\n")
    print(f.tell())
with open("f", encoding="utf-8") as f:
    marks = {}
    for i in range(1000):
        if i % 100 == 0:
            marks[i] = f.tell()
        f.readline()
    print(marks)
    for i, mark in reversed(marks.items()):
        print(f.seek(mark), f.readline().strip(), end=" ")
    print()
    print(f.seek(0), repr(f.read(3)), f.tell(), repr(f.read(3)), f.tell())
    print(f.seek(0, io.SEEK_END), repr(f.read()), f.tell())
    f.seek(0)
    here = f.tell()
    print(f.seek(0, 1) == here)


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


with open("f", "r+", encoding="utf-8") as f:
    attempt(f.seek, 1, 1)
    attempt(f.seek, -1, 2)
    attempt(f.seek, -1)
    attempt(f.seek, 0, 7)
    next(f)
    attempt(f.tell)
    list(f)
    attempt(f.tell)
    f.seek(0)
    f.readline()
    place = f.tell()
    f.seek(place)
    f.write("XY")
    f.seek(0)
    print(f.readline(), f.readline(), end="")
    f.seek(4)
    print(f.truncate(), f.seek(0), repr(f.read()))
with open("f", "w", encoding="utf-8") as f:
    attempt(f.read)
    attempt(f.readline)
    attempt(next, f)
    attempt(f.write, b"bytes")
    attempt(f.write, 1)
    attempt(f.write, None)
with open("f") as f:
    attempt(f.write, "x")
    attempt(f.truncate, 0)
    attempt(f.read, "x")
    attempt(f.readline, 1.5)
    attempt(f.readlines, "x")
for method in ("read", "readline", "readlines", "tell", "flush", "__enter__", "__iter__", "seekable", "readable", "fileno", "isatty"):
    attempt(getattr(f, method))
attempt(f.write, "x")
attempt(f.seek, 0)
attempt(next, f)
print(f.closed, f.close(), f.name, f.encoding.lower(), f.line_buffering)
os.remove("f")
os.chdir("/")
os.rmdir(folder)
