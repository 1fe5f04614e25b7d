# Questions to os.path about things that are there, are not, or cannot be.
import os
import os.path

folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"ospath-questions-{os.getpid()}")
os.mkdir(folder)
os.chdir(folder)
open("f", "w").close()
os.mkdir("d")
os.symlink("f", "lf")
os.symlink("d", "ld")
os.symlink("none", "ln")
os.symlink("ll", "ll")


class Odd:
    def __fspath__(self):
        return 3.5


def fails(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


QUESTIONS = (os.path.exists, os.path.lexists, os.path.isfile, os.path.isdir, os.path.islink, os.path.ismount)
fd = os.open("f", os.O_RDONLY)
for given in ("f", "d", "lf", "ld", "ln", "ll", "none", "", "f/", "d/", "f/x", "d/..", "/", b"f", b"none",
              "nul\0", b"nul\0", "x" * 400, "\ud800", True, -1, 31337):
    shown = given if len(str(given)) < 20 else "long"
    print(ascii(shown), *[fails(question, given) for question in QUESTIONS], sep=" | ")
print([fails(question, fd) for question in (os.path.exists, os.path.isfile, os.path.isdir)])
os.close(fd)
print([fails(question, fd) for question in (os.path.exists, os.path.isfile)])
for given in (None, 1.5, [], Odd()):
    print(*[fails(question, given) for question in QUESTIONS], sep="\n  ")
for question in QUESTIONS:
    print(fails(question).split(" missing")[0], "|", fails(question, "a", "b").split(" takes")[0])
print(os.path.samefile("lf", "f"), os.path.samefile("d", "ld/."), os.path.samefile("f", "d"))
print(fails(os.path.samefile, "f", "none"), fails(os.path.samefile, None, "f"))
one, other = os.stat("f"), os.lstat("lf")
print(os.path.samestat(one, os.stat("lf")), os.path.samestat(one, other), fails(os.path.samestat, one, "f"))
with open("f") as a, open("lf") as b, open(os.devnull) as c:
    print(os.path.sameopenfile(a.fileno(), b.fileno()), os.path.sameopenfile(a.fileno(), c.fileno()))
print(fails(os.path.sameopenfile, 31337, 31338), fails(os.path.getsize, "none"), fails(os.path.getsize, 1.5))
print(os.path.supports_unicode_filenames, os.path.ismount("/"), os.path.ismount("d/.."), os.path.isabs("/x"))
for name in ("lf", "ld", "ln", "ll", "f"):
    os.remove(name)
os.removedirs("d")
print(os.path.exists(folder))
