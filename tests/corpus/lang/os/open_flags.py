# What the flags of os.open() do.
import errno
import os

folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"os-flags-{os.getpid()}")
os.mkdir(folder)
os.chdir(folder)


def attempt(name, flags, *data):
    try:
        fd = os.open(name, flags, 0o644)
    except OSError as error:
        print(errno.errorcode[error.errno], error.filename)
        return
    try:
        for one in data:
            os.write(fd, one)
        print(os.lseek(fd, 0, os.SEEK_CUR), os.stat(name).st_size)
    except OSError as error:
        print("writing:", errno.errorcode[error.errno], error)
    finally:
        os.close(fd)


attempt("f", os.O_WRONLY, b"x")
attempt("f", os.O_WRONLY | os.O_CREAT, b"12345")
attempt("f", os.O_WRONLY | os.O_CREAT | os.O_EXCL, b"x")
attempt("f", os.O_WRONLY, b"ab")
print(open("f", "rb").read())
attempt("f", os.O_WRONLY | os.O_APPEND, b"67", b"89")
attempt("f", os.O_RDONLY, b"x")
attempt("f", os.O_RDWR | os.O_TRUNC, b"new")
attempt("f", os.O_RDONLY | os.O_CREAT | os.O_CLOEXEC)
attempt("f", os.O_WRONLY | os.O_SYNC, b"s")
attempt("f", os.O_WRONLY | os.O_DSYNC | os.O_NOCTTY, b"d")
attempt("f", os.O_WRONLY | os.O_NONBLOCK, b"n")
attempt("f", os.O_RDONLY | os.O_DIRECTORY)
attempt(".", os.O_RDONLY | os.O_DIRECTORY)
attempt(".", os.O_RDONLY)
attempt(".", os.O_RDWR)
os.symlink("f", "link")
os.symlink("target", "dangling")
attempt("link", os.O_RDONLY | os.O_NOFOLLOW)
attempt("link", os.O_RDONLY)
attempt("dangling", os.O_WRONLY | os.O_CREAT | os.O_EXCL, b"x")
attempt("dangling", os.O_WRONLY | os.O_CREAT, b"through")
print(sorted(os.listdir()), open("target").read(), open("f").read())
attempt("f/below", os.O_RDONLY)
attempt("none/below", os.O_WRONLY | os.O_CREAT)
attempt("n" * 300, os.O_WRONLY | os.O_CREAT)
attempt("", os.O_RDONLY)
print(os.O_ACCMODE == os.O_RDONLY | os.O_WRONLY | os.O_RDWR, os.O_NDELAY == os.O_NONBLOCK)
print(os.O_RSYNC == os.O_SYNC == os.O_FSYNC, os.O_SYNC & os.O_DSYNC == os.O_DSYNC)
flags = [os.O_CREAT, os.O_EXCL, os.O_NOCTTY, os.O_TRUNC, os.O_APPEND, os.O_NONBLOCK,
         os.O_DSYNC, os.O_DIRECTORY, os.O_NOFOLLOW, os.O_CLOEXEC]
print(all(flag.bit_count() == 1 for flag in flags), len(set(flags)), sum(flags) & os.O_ACCMODE)


def opener(name, flags):
    print("opener", name, bool(flags & os.O_CLOEXEC), flags & os.O_ACCMODE, bool(flags & os.O_TRUNC))
    return os.open(name, flags | os.O_NOFOLLOW, 0o600)


with open("f", "w", opener=opener) as file:
    file.write("opened")
try:
    open("link", opener=opener)
except OSError as error:
    print(errno.errorcode[error.errno])
for name in os.listdir():
    os.remove(name)
os.chdir("/")
os.rmdir(folder)
