# os.walk with links, pruning, errors on the way, and paths of other kinds.
import os

folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"os-walking-{os.getpid()}")
os.mkdir(folder)
os.chdir(folder)
for name in ("top/one/deep/deeper", "top/two", "top/three", "aside/hidden"):
    os.makedirs(name)
for name in ("top/a.txt", "top/one/b.txt", "top/one/deep/c.log", "top/one/deep/deeper/d.txt",
             "top/two/e.txt", "aside/f.txt"):
    with open(name, "w") as file:
        file.write(name * len(name))
os.symlink("../aside", "top/linked")
os.symlink("a.txt", "top/file_link")
os.symlink("nowhere", "top/broken")


def show(*args, **kwargs):
    for where, dirs, files in os.walk(*args, **kwargs):
        dirs.sort()
        print(" ", where, dirs, sorted(files))


def fails(*args, **kwargs):
    try:
        print(list(os.walk(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


print("plain")
show("top")
print("links followed")
show("top", followlinks=True)
print("bytes")
show(b"top/one")
print("pruned while walking")
for where, dirs, files in os.walk("top"):
    dirs[:] = sorted(name for name in dirs if not name.startswith("t"))
    print(" ", where, dirs)
print("grown while walking")
for where, dirs, files in os.walk("top/three"):
    print(" ", where, dirs)
    if where == "top/three":
        os.mkdir("top/three/late")
        dirs.append("late")
        dirs.append("not there")
print("bottom up, the list has no effect")
for where, dirs, files in os.walk("top/one", topdown=False):
    print(" ", where, dirs, files)
    dirs.clear()
errors = []
print("errors")
for where, dirs, files in os.walk("top", onerror=errors.append):
    dirs.sort()
    if "two" in dirs:
        os.remove("top/two/e.txt")
        os.rmdir("top/two")
    print(" ", where)
print([(type(error).__name__, error.filename) for error in errors])


def refuse(error):
    raise RuntimeError("stopped") from error


fails("missing")
fails("missing", onerror=refuse)
fails("top/a.txt", onerror=refuse)
fails(None)
fails(3.5)
fails("top", "down", "is", "three", "too many")


class Place:
    def __fspath__(self):
        return "top/one/deep"


show(Place())
walker = os.walk("top")
print(type(walker).__name__, next(walker)[0])
walker.close()
print(list(walker))
sizes = {}
for where, dirs, files in os.walk("top", topdown=False):
    sizes[where] = sum(os.path.getsize(os.path.join(where, name)) for name in files
                       if not os.path.islink(os.path.join(where, name)))
    sizes[where] += sum(sizes.get(os.path.join(where, name), 0) for name in dirs)
print(sorted(sizes.items()))
for where, dirs, files in os.walk(".", topdown=False):
    for name in dirs + files:
        path = os.path.join(where, name)
        (os.rmdir if os.path.isdir(path) and not os.path.islink(path) else os.unlink)(path)
os.chdir("/")
os.rmdir(folder)
