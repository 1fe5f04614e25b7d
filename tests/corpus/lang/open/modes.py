# The mode, the other arguments, and what is refused.
import os

folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"open-modes-{os.getpid()}")
os.mkdir(folder)
os.chdir(folder)
with open("a", "wb") as f:
    print(f.write(b"one\ntwo\n"), f.mode, f.name, type(f).__name__)


def attempt(*args, **kwargs):
    try:
        f = open(*args, **kwargs)
    except Exception as error:
        print(type(error).__name__, error)
    else:
        print("opened", f.mode)
        f.close()


for mode in ("", "q", "rw", "rr", "r+w", "bt", "rbt", "rtb+", "U", "t", "b", "+", "r++", "rU"):
    attempt("a", mode)
attempt("a", 3)
attempt("a", "rb", encoding="utf-8")
attempt("a", "rb", errors="strict")
attempt("a", "rb", newline="")
attempt("a", "r", newline="x")
attempt("a", "r", newline=3)
attempt("a", "r", encoding=3)
attempt("a", "r", errors=3)
attempt("a", "r", encoding="no-such")
attempt("a", "r", 0)
attempt("a", "rb", 0)
attempt("a", "rb", -5)
attempt("a", "r", buffering="x")
attempt("a", closefd=False)
attempt(["a"])
attempt(None)
attempt(3.5)
attempt(-3)
attempt("a\0b")
attempt("missing")
attempt("missing/file", "w")
attempt("a/b")
attempt(".", "w")
attempt(".")
attempt(b"missing")
attempt("a", "x")
attempt("")
attempt(file="a", mode="r+b")
attempt("a", "rt")
attempt("a", "tr")
attempt("a", "w+b")
attempt("a", "ab+")


class Path:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


with open(Path("a"), "w") as f:
    print(f.name, f.write("by path"))
attempt(Path(3))
attempt(Path("nowhere"))
for mode in ("wb", "ab", "rb", "rb+", "wb+", "ab+", "w", "a+"):
    with open("a", mode) as f:
        print(mode, f.mode, type(f).__name__, f.readable(), f.writable())
with open("x", "xb", buffering=0) as f:
    print(f.mode, type(f).__name__, f)
with open("a", "rb", buffering=0) as f:
    print(f.mode, f.raw if hasattr(f, "raw") else None, f.closefd)
os.remove("a")
os.remove("x")
os.chdir("/")
os.rmdir(folder)
