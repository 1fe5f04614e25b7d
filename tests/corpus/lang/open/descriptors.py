# Files by number, openers, fdopen, pipes.
import io
import os

folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"open-numbers-{os.getpid()}")
os.mkdir(folder)
os.chdir(folder)


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


fd = os.open("f", os.O_RDWR | os.O_CREAT, 0o600)
print(isinstance(fd, int), os.write(fd, b"hello world"), os.lseek(fd, 0, os.SEEK_SET))
print(os.read(fd, 5), os.read(fd, 100), os.read(fd, 1), os.lseek(fd, -3, 2), os.read(fd, 9))
print(os.fstat(fd).st_size, os.isatty(fd))
os.ftruncate(fd, 4)
print(os.fstat(fd).st_size)
os.fsync(fd)
twin = os.dup(fd)
os.lseek(fd, 0, 0)
print(os.read(twin, 2), os.read(fd, 2), twin != fd)
os.close(twin)
attempt(os.read, twin, 1)
attempt(os.close, twin)
attempt(os.write, fd, "text")
attempt(os.read, fd, -1)
attempt(os.lseek, fd, -1, 0)
with open(fd, "r+", closefd=False) as f:
    print(f.name == fd, f.fileno() == fd, f.seek(0), f.read())
print(os.fstat(fd).st_size)
with os.fdopen(fd, "rb") as f:
    f.seek(0)
    print(f.read())
attempt(os.fstat, fd)
attempt(os.fdopen, "x")
attempt(open, 999)
attempt(open, 999, "wb", 0)
attempt(os.open, "missing", os.O_RDONLY)
attempt(os.open, "f", os.O_CREAT | os.O_EXCL)
attempt(os.open, ".", os.O_WRONLY)
attempt(os.open, 3, os.O_RDONLY)


def opener(path, flags):
    print("opener", path, flags & os.O_CREAT != 0, flags & os.O_TRUNC != 0)
    return os.open(path, flags, 0o644)


with open("g", "w", opener=opener) as f:
    f.write("opened")
print(open("g").read())
attempt(open, "g", opener=lambda path, flags: -1)
attempt(open, "g", opener=lambda path, flags: "x")

reader, writer = os.pipe()
print(os.write(writer, b"through the pipe\nsecond"))
os.close(writer)
with open(reader) as f:
    print(f.seekable(), f.readline(), end="")
    print(f.read())
    attempt(f.tell)
    attempt(f.seek, 0)
with io.FileIO("g", "r+") as raw:
    print(raw, raw.mode, raw.read(3), raw.tell(), raw.readall(), raw.seek(1), raw.write(b"PEN"))
    print(raw.seek(0), raw.read(), raw.truncate(3), raw.seekable(), raw.closefd)
print(raw)
attempt(raw.read)
attempt(io.FileIO, "g", "q")
attempt(io.FileIO, "g", "rw")
attempt(io.FileIO, -1)
attempt(io.FileIO, "g", closefd=False)
attempt(io.FileIO("g").write, b"x")
attempt(io.FileIO("g", "a").read)
os.remove("f")
os.remove("g")
os.chdir("/")
os.rmdir(folder)
