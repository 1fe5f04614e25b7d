# Files by their numbers: positions, reading at a place, copies of a number, cutting off.
import errno
import os
import stat

folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"os-descriptors-{os.getpid()}")
os.mkdir(folder)
os.chdir(folder)


def attempt(function, *args):
    try:
        print(function.__name__, repr(function(*args)))
    except OSError as error:
        print(function.__name__, errno.errorcode[error.errno], error)
    except Exception as error:
        print(function.__name__, type(error).__name__)


fd = os.open("data", os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
print(os.write(fd, b"0123456789"), os.lseek(fd, 0, os.SEEK_CUR), os.lseek(fd, 2, os.SEEK_SET))
print(os.read(fd, 3), os.read(fd, 0), os.read(fd, 100), os.read(fd, 1))
print(os.pread(fd, 4, 3), os.lseek(fd, 0, os.SEEK_CUR), os.pread(fd, 4, 100), os.pread(fd, 0, 0))
print(os.pwrite(fd, b"AB", 4), os.pwrite(fd, bytearray(b"end"), 12), os.lseek(fd, 0, os.SEEK_CUR))
print(os.pread(fd, 100, 0), os.fstat(fd).st_size)
other = os.dup(fd)
print(other != fd, os.lseek(other, -3, os.SEEK_END), os.lseek(fd, 0, os.SEEK_CUR))
print(os.read(fd, 2), os.read(other, 2))
print(os.ftruncate(fd, 5), os.fstat(other).st_size, os.lseek(fd, 0, os.SEEK_CUR), os.read(fd, 3))
print(os.ftruncate(fd, 8), os.pread(fd, 10, 0))
print(os.fchmod(fd, 0o640), oct(stat.S_IMODE(os.stat("data").st_mode)))
print(os.fsync(fd), os.fdatasync(fd), os.isatty(fd))
print(os.close(fd), os.fstat(other).st_size)
os.close(other)
low = os.open("data", os.O_RDONLY)
high = os.dup(low)
print(os.closerange(low, high + 1), os.closerange(9000, 9010), os.closerange(5, 3))
for call in ((os.read, low, 1), (os.close, high), (os.lseek, low, 0, 0), (os.fsync, low),
             (os.fdatasync, low), (os.dup, low), (os.ftruncate, low, 1), (os.fchmod, low, 0),
             (os.pread, low, 1, 0), (os.pwrite, low, b"", 0), (os.write, low, b"x"),
             (os.fstat, low)):
    attempt(*call)
fd = os.open("data", os.O_RDONLY)
attempt(os.write, fd, b"no")
attempt(os.lseek, fd, -1, os.SEEK_SET)
attempt(os.lseek, fd, 0, 77)
attempt(os.ftruncate, fd, 0)
attempt(os.read, fd, -1)
attempt(os.pread, fd, 1, -1)
attempt(os.read, fd)
attempt(os.read, "x", 1)
attempt(os.pread, fd, "x", 0)
attempt(os.pwrite, fd, "text", 0)
attempt(os.closerange, fd)
attempt(os.closerange, "a", "b")
attempt(os.fsync, "x")
attempt(os.fdatasync, "x")
attempt(os.dup, None)
attempt(os.fchmod, fd, "x")
os.close(fd)
attempt(os.open, "data", os.O_RDWR | os.O_CREAT | os.O_EXCL)
attempt(os.open, "missing", os.O_RDONLY)
attempt(os.open, ".", os.O_WRONLY)
attempt(os.open, "data")
os.remove("data")
os.chdir("/")
os.rmdir(folder)
