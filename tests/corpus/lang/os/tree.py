# Folders and files: making, listing, renaming, removing.
import os

folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"os-tree-{os.getpid()}")
os.mkdir(folder)
os.chdir(folder)
print(os.getcwd() == os.path.realpath(folder), os.getcwdb() == os.fsencode(os.getcwd()))


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


def make(name, text="x"):
    with open(name, "w") as f:
        f.write(text)


os.mkdir("a")
os.makedirs("b/c/d")
os.makedirs("b/c/d", exist_ok=True)
attempt(os.makedirs, "b/c/d")
attempt(os.mkdir, "a")
attempt(os.mkdir, "x/y")
make("a/one", "1")
make("a/two", "22")
make("b/c/d/deep", "333")
print(sorted(os.listdir()), sorted(os.listdir("a")), sorted(os.listdir(b"a")))
attempt(os.listdir, "nothing")
attempt(os.listdir, "a/one")
for entry in sorted(os.scandir("a"), key=lambda entry: entry.name):
    print(entry, entry.name, entry.path, entry.is_file(), entry.is_dir(), entry.is_symlink(), entry.stat().st_size)
    print(entry.inode() == os.stat(entry.path).st_ino, os.fspath(entry))
with os.scandir() as found:
    print(sorted(entry.name for entry in found if entry.is_dir()))
print([(top, sorted(dirs), sorted(files)) for top, dirs, files in os.walk(".")] == [(top, sorted(dirs), sorted(files)) for top, dirs, files in os.walk(os.curdir)])
for top, dirs, files in os.walk("b"):
    print(top, dirs, files)
for top, dirs, files in os.walk("b", topdown=False):
    print(top, dirs, files)
for top, dirs, files in os.walk("."):
    dirs.sort()
    if "c" in dirs:
        dirs.remove("c")
    print(top, dirs, sorted(files))
print(list(os.walk("nothing")))
list(os.walk("nothing", onerror=lambda error: print("seen:", error)))
os.rename("a/one", "a/uno")
os.replace("a/two", "a/uno")
print(os.listdir("a"), open("a/uno").read())
attempt(os.rename, "missing", "other")
attempt(os.replace, "missing", "other")
attempt(os.rename, "a", "b")
os.renames("a/uno", "new/place/uno")
print(sorted(os.listdir()), os.path.exists("a"))
attempt(os.rmdir, "b")
attempt(os.rmdir, "missing")
attempt(os.remove, "missing")
attempt(os.unlink, "missing")
attempt(os.remove, "b")
os.remove("b/c/d/deep")
os.removedirs("b/c/d")
print(os.listdir())
os.unlink("new/place/uno")
os.removedirs("new/place")
attempt(os.chdir, "missing")
attempt(os.mkdir, 3)
attempt(os.remove, None)
attempt(os.rename, "a", [])
attempt(os.listdir, [])
attempt(os.scandir, 1.5)
attempt(os.remove, "a\0b")
attempt(os.DirEntry)
os.chdir("/")
os.rmdir(folder)
print(os.path.exists(folder))
