# Entries of scandir(): what they know, what they keep, when the iterator ends.
import os
import stat

folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"os-entries-{os.getpid()}")
os.mkdir(folder)
os.chdir(folder)
os.makedirs("d/inner")
for name, text in (("one", "1"), ("two", "22"), ("d/three", "333")):
    with open(name, "w") as file:
        file.write(text)
os.symlink("one", "to_file")
os.symlink("d", "to_folder")
os.symlink("gone", "to_nothing")
os.symlink("endless", "endless")


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


found = {entry.name: entry for entry in os.scandir()}
print(sorted(found))
for name in sorted(found):
    entry = found[name]
    print(entry, entry.path, attempt(entry.is_file), attempt(entry.is_dir), entry.is_symlink(),
          entry.is_file(follow_symlinks=False), entry.is_dir(follow_symlinks=False))
    seen = attempt(lambda: entry.stat().st_size if entry.is_file() else stat.filemode(entry.stat().st_mode)[0])
    print("   ", seen, stat.filemode(entry.stat(follow_symlinks=False).st_mode)[0], entry.inode() == os.lstat(name).st_ino)
entry = found["one"]
print(type(entry) is os.DirEntry, os.fspath(entry), os.path.getsize(entry), open(entry).read(), entry.stat() is entry.stat())
print(isinstance(entry, os.PathLike), os.path.join(entry, "x"), os.path.basename(found["d"]))
with open("one", "a") as file:
    file.write("more")
print(entry.stat().st_size, os.stat(entry).st_size)
os.remove("two")
print(found["two"].is_file(), attempt(os.stat, found["two"]), found["two"].stat().st_size)
print(found["to_folder"].is_dir(), found["to_folder"].stat().st_ino == found["d"].inode())
print([entry.path for entry in os.scandir("d/inner/..") if entry.is_file()])
print(sorted(entry.path for entry in os.scandir(b"d")), sorted(entry.name for entry in os.scandir("d/")))

it = os.scandir("d")
print(type(it).__name__, iter(it) is it, hasattr(it, "__next__"))
names = [next(it).name]
it.close()
print(list(it), it.close())
with os.scandir("d") as it:
    names = sorted(entry.name for entry in it)
    print(names, list(it))
print(attempt(next, it))
try:
    with os.scandir() as it:
        for entry in it:
            raise KeyError(type(entry).__name__)
except KeyError as error:
    print(error, list(it))
for bad in ("missing", "one", "one/x", 1.5, [], "nul\0"):
    print(attempt(os.scandir, bad))
print(attempt(os.DirEntry), attempt(os.DirEntry, "x"))
for failure in (attempt(os.scandir, ".", "."), attempt(setattr, entry, "name", "other"),
                attempt(entry.is_file, True), attempt(entry.stat, nofollow=1)):
    # Their words are those of C.
    print(failure.partition(":")[0])
print(os.DirEntry.__name__, os.DirEntry.__module__, os.DirEntry[str] == os.DirEntry[str])
for where, dirs, files in os.walk(".", topdown=False):
    for name in dirs + files:
        path = os.path.join(where, name)
        (os.rmdir if stat.S_ISDIR(os.lstat(path).st_mode) else os.unlink)(path)
os.chdir("/")
os.rmdir(folder)
