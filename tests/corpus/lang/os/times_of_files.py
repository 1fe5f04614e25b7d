# Times of files: set, read back, to the nanosecond, of links and of what is behind them.
import os
import stat

folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"os-times-{os.getpid()}")
os.mkdir(folder)
os.chdir(folder)


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


def show(path, **kwargs):
    found = os.stat(path, **kwargs)
    print(path, found.st_atime_ns, found.st_mtime_ns, repr(found.st_atime), repr(found.st_mtime), found[7:9])


open("f", "w").close()
for given in ((1, 2), (0, 0), (1.5, 2.25), (-1, -2.5), (2**31, 2**32), (1e9 + 0.125, 1700000000.75), (True, 3)):
    os.utime("f", given)
    show("f")
for given in ((1, 2), (999_999_999, 1_000_000_001), (10**18, 10**18 + 1), (-1, -10**9), (1_600_000_000_123_456_789, 5)):
    os.utime("f", ns=given)
    show("f")
os.utime("f", None)
print(os.stat("f").st_mtime == os.path.getmtime("f") > 1.6e9, os.path.getctime("f") > 1.6e9)
os.symlink("f", "link")
os.utime("link", (10, 20))
show("f")
os.utime("link", (30, 40), follow_symlinks=False)
show("link", follow_symlinks=False)
show("link")
fd = os.open("f", os.O_RDWR)
show("f")
os.utime(b"f", (70, 80))
print(os.fstat(fd).st_mtime, os.path.getatime(b"f"))
os.close(fd)
attempt(os.utime, "f", 5)
attempt(os.utime, "f", [1, 2])
attempt(os.utime, "f", (1, 2, 3))
attempt(os.utime, "f", ("a", "b"))
attempt(os.utime, "f", (1, 2), ns=(1, 2))
attempt(os.utime, "f", ns=(1, 2, 3))
attempt(os.utime, "f", ns=5)
attempt(os.utime, "f", (float("nan"), 1))
attempt(os.utime, "f", (1, 1e300))
attempt(os.utime, "f", ns=(1.5, 2))
attempt(os.utime, "missing", (1, 2))
attempt(os.utime, None)
attempt(os.path.getmtime, "missing")
attempt(os.path.getsize, "missing")
attempt(os.path.getatime, None)
show("f")

# What changes which time: the contents, the mode, the name.
os.utime("f", ns=(1, 1))
with open("f", "w") as file:
    file.write("new")
print(os.stat("f").st_mtime_ns > 10**18, os.stat("f").st_size)
os.utime("f", ns=(1, 1))
os.chmod("f", 0o600)
os.rename("f", "g")
print(os.stat("g").st_mtime_ns, stat.filemode(os.stat("g").st_mode), os.path.lexists("link"), os.path.exists("link"))
open("older", "w").close()
open("newer", "w").close()
os.utime("older", (100, 100))
os.utime("newer", (200, 200))
print(sorted(os.listdir(), key=lambda name: (os.lstat(name).st_mtime > 1e6, name)))
for name in os.listdir():
    os.remove(name)
os.chdir("/")
os.rmdir(folder)
