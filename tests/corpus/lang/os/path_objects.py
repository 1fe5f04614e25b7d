# Objects that stand for paths: which functions take them, and what they may answer.
import os

folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"os-objects-{os.getpid()}")
os.mkdir(folder)
os.chdir(folder)


class Path(os.PathLike):
    asked = 0

    def __init__(self, text):
        self.text = text

    def __fspath__(self):
        Path.asked += 1
        return self.text


class Loose:
    def __fspath__(self):
        return b"loose"


class Wrong:
    def __fspath__(self):
        return ["a list"]


class Falls:
    def __fspath__(self):
        raise LookupError("no path today")


class OnInstance:
    pass


class Switched(Path):
    __fspath__ = None


on_instance = OnInstance()
on_instance.__fspath__ = lambda: "never asked"


class Text(str):
    def __fspath__(self):
        return "not asked either"


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


for value in ("a", b"a", Path("p"), Path(b"p"), Loose(), Wrong(), Falls(), on_instance, Text("text"),
              Switched("s"), Path, 3, None, bytearray(b"x"), memoryview(b"x")):
    if not isinstance(value, memoryview):
        attempt(os.fspath, value)
        attempt(os.fsencode, value)
        attempt(os.fsdecode, value)
print([isinstance(value, os.PathLike) for value in (Path(""), Loose(), on_instance, "x", Switched(""))])
print(issubclass(Path, os.PathLike), issubclass(Loose, os.PathLike), issubclass(OnInstance, os.PathLike))
attempt(os.PathLike)
attempt(type("Empty", (os.PathLike,), {}))
for function in (os.fspath, os.fsdecode):
    try:
        function()
    except TypeError:
        print(function.__name__, "wants a path")
Path.asked = 0
here = Path("made")
os.mkdir(here)
print(os.path.isdir(here), os.listdir(here), os.path.abspath(here) == os.path.abspath("made"))
with open(os.path.join(here, Path("file")), "w") as file:
    file.write("text")
print(open(Path("made/file")).read(), os.stat(Path(b"made/file")).st_size, os.path.split(Path("a/b")))
os.rename(Path("made/file"), Path("made/other"))
print(os.listdir(Path("made")), os.path.exists(Path("made/file")), os.access(Path("made"), os.R_OK))
os.symlink(Path("made"), Path("link"))
print(os.readlink(Path("link")), os.path.realpath(Path("link")) == os.path.realpath("made"))
os.chdir(Path("link"))
os.remove(Path("other"))
os.chdir(Path(".."))
attempt(os.remove, Path("made/other"))
attempt(os.listdir, Falls())
attempt(open, Wrong())
attempt(os.rmdir, on_instance)
os.unlink(Path("link"))
os.rmdir(here)
print(Path.asked > 15, os.listdir(), os.path.join(Path("a"), "b", Path("c")), os.path.splitext(Path("x.tar.gz")))
attempt(os.path.join, Path("a"), Path(b"b"))
attempt(os.path.join, "a", Wrong())
names = ["plain", "umläut", "\udce9", "日本", "a b"]
print([os.fsencode(name) for name in names], [os.fsdecode(os.fsencode(name)) == name for name in names])
attempt(os.fsencode, "\ud800")
for name in names:
    open(name, "w").close()
print(sorted(os.listdir(b".")), sorted(map(ascii, os.listdir("."))))
for name in os.listdir():
    os.remove(name)
os.chdir("/")
os.rmdir(folder)
