# makedirs, removedirs and renames: what is made on the way, what is in the way, what is left.
import errno
import os
import stat

folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"os-making-{os.getpid()}")
os.mkdir(folder)
os.chdir(folder)


def attempt(function, *args, **kwargs):
    try:
        print(function.__name__, repr(function(*args, **kwargs)))
    except OSError as error:
        print(function.__name__, errno.errorcode[error.errno], repr(error.filename), error.filename2)
    except Exception as error:
        print(function.__name__, type(error).__name__, error)


def tree(top="."):
    found = []
    for where, dirs, files in os.walk(top):
        dirs.sort()
        found += [os.path.join(where, name)[2:] + "/" * (name in dirs) for name in sorted(dirs + files)]
    print(*found)


attempt(os.makedirs, "a/b/c")
attempt(os.makedirs, "a/b/c")
attempt(os.makedirs, "a/b/c", exist_ok=True)
attempt(os.makedirs, "a/b/d/")
attempt(os.makedirs, "a/./e/../f")
attempt(os.makedirs, "a/g/.")
attempt(os.makedirs, b"bytes/below")
attempt(os.makedirs, "")
open("file", "w").close()
attempt(os.makedirs, "file/below")
attempt(os.makedirs, "file")
attempt(os.makedirs, "file", exist_ok=True)
attempt(os.makedirs, 3)
attempt(os.makedirs)
tree()
old = os.umask(0o022)
attempt(os.makedirs, "m/n", 0o700)
print([oct(stat.S_IMODE(os.stat(name).st_mode)) for name in ("m", "m/n")])
attempt(os.makedirs, "m/n/o", mode=0o777)
print(oct(stat.S_IMODE(os.stat("m/n/o").st_mode)), oct(os.umask(old)))
attempt(os.umask)
attempt(os.umask, "x")
attempt(os.removedirs, "m")
attempt(os.removedirs, "m/n/o/")
attempt(os.removedirs, "a/b/c")
attempt(os.removedirs, "missing")
attempt(os.removedirs, "file")
attempt(os.removedirs, b"bytes/below")
attempt(os.removedirs, None)
tree()
attempt(os.renames, "file", "x/y/z/file")
attempt(os.renames, "x/y/z/file", "x/other")
tree()
attempt(os.renames, "missing", "made/anyway")
attempt(os.renames, "x/other", "a/b")
attempt(os.renames, "x/other", 5)
attempt(os.renames, "x/other")
tree()
attempt(os.rename, "a", "x/other")
attempt(os.rename, "x/other", "a")
attempt(os.rename, "a", "a/b/inside")
attempt(os.rename, "a", "x")
attempt(os.replace, "x/other", "x/new")
attempt(os.replace, "x/other", "x/newer")
attempt(os.replace, "a/b/d", "a/e")
attempt(os.rename, "x/new", "x/new")
tree()
for where, dirs, files in os.walk(".", topdown=False):
    for name in files:
        os.remove(os.path.join(where, name))
    for name in dirs:
        os.rmdir(os.path.join(where, name))
tree()
os.chdir("/")
os.rmdir(folder)
