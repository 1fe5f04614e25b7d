# os.path: functions that look at files.
import os
from os import path

folder = path.join(os.environ.get("TMPDIR", "/tmp"), f"ospath-files-{os.getpid()}")
os.mkdir(folder)
folder = path.realpath(folder)
os.chdir(folder)
with open("f", "w") as f:
    f.write("12345")
os.mkdir("d")
open("d/g", "w").close()
os.symlink("f", "to_f")
os.symlink("d", "to_d")
os.symlink("gone", "broken")
os.symlink("loop", "loop")
os.symlink("../f", "d/up")
os.symlink(folder, "d/whole")
for name in ("f", "d", "to_f", "to_d", "broken", "loop", "gone", "d/g", "d/up", "f/x", "", ".", "/"):
    print(repr(name), path.exists(name), path.lexists(name), path.isfile(name), path.isdir(name), path.islink(name), path.ismount(name))
print(path.exists(b"f"), path.isfile(os.open("f", os.O_RDONLY)), path.isdir(b"d"))
print(path.getsize("f"), path.getsize("to_f"), path.getmtime("f") == os.stat("f").st_mtime, path.getatime("f") > 0, path.getctime("f") > 0)
print(path.samefile("f", "to_f"), path.samefile("f", "d"), path.samestat(os.stat("f"), os.stat("to_f")), path.samestat(os.lstat("f"), os.lstat("to_f")))
a, b = os.open("f", os.O_RDONLY), os.open("to_f", os.O_RDONLY)
print(path.sameopenfile(a, b))
os.close(a)
os.close(b)


def real(name, **kwargs):
    found = path.realpath(name, **kwargs)
    return found.replace(folder, "FOLDER")


for name in ("f", "to_f", "to_d/g", "d/up", "d/whole/d/whole/to_f", "broken", "loop", "loop/x", "to_d/..", "missing/..", "."):
    print(name, real(name))
for name in ("to_f", "broken", "loop"):
    try:
        print(name, real(name, strict=True))
    except OSError as error:
        print(name, type(error).__name__, error.errno, str(error.filename).replace(folder, "FOLDER"))
print(path.abspath("x/../y").replace(folder, "FOLDER"), path.abspath("/a/./b/.."), path.abspath("").replace(folder, "FOLDER"), path.abspath(b"q").endswith(b"/q"))
print(path.relpath(folder), path.relpath(path.join(folder, "d", "g")), path.relpath("/", folder).count(".."))
os.environ["HOME"] = folder + "/"
print(path.expanduser("~/d").replace(folder, "FOLDER"), path.expanduser("~").replace(folder, "FOLDER"), path.expanduser("a~"))
del os.environ["HOME"]
print(path.expanduser("~no-such-user/x"), path.expanduser(b"b"))
for name in ("to_f", "to_d", "broken", "loop", "d/up", "d/whole", "d/g", "f"):
    os.remove(name)
os.rmdir("d")
os.chdir("/")
os.rmdir(folder)
