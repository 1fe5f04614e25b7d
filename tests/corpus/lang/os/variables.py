# Variables of the environment as text and as bytes; what programs build on them.
import os


def fails(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


os.environ["CORPUS_TEXT"] = "grün"
print(os.getenv("CORPUS_TEXT"), os.getenvb(b"CORPUS_TEXT"), os.getenv(key="CORPUS_NONE", default=3))
print(os.getenvb(b"CORPUS_NONE"), os.getenvb(b"CORPUS_NONE", b"x"), os.supports_bytes_environ)
fails(os.getenv, b"CORPUS_TEXT")
fails(os.getenv, 3)
fails(os.getenv)
fails(os.getenvb, "CORPUS_TEXT")
fails(os.getenvb)
os.environb[b"CORPUS_RAW"] = b"caf\xe9"
print(ascii(os.environ["CORPUS_RAW"]), os.fsencode(os.environ["CORPUS_RAW"]), b"CORPUS_RAW" in os.environb)
os.environ["CORPUS_BACK"] = os.environ["CORPUS_RAW"] + "!"
print(os.environb[b"CORPUS_BACK"], len(os.environ) == len(os.environb))
del os.environb[b"CORPUS_RAW"]
print("CORPUS_RAW" in os.environ, b"CORPUS_RAW" in os.environb)
fails(os.environb.__delitem__, b"CORPUS_RAW")
fails(os.environb.__setitem__, b"CORPUS_RAW", "text")
fails(os.environ.__setitem__, "CORPUS\0NUL", "x")
fails(os.environ.__setitem__, "CORPUS_NUL", "x\0y")
fails(os.environ.__setitem__, "CORPUS_SURROGATE", "\ud800")
fails(os.environ.setdefault, "CORPUS_NEW")
fails(lambda: 3 in os.environ)
fails(lambda: os.environ | 3)
fails(lambda: os.environ | [("CORPUS_A", "x")])


class Overlay:
    """Sets variables for a while."""

    def __init__(self, **changes):
        self.changes = changes

    def __enter__(self):
        self.before = {name: os.environ.get(name) for name in self.changes}
        for name, value in self.changes.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
        return self

    def __exit__(self, *args):
        for name, value in self.before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def corpus():
    return {name: value for name, value in sorted(os.environ.items()) if name.startswith("CORPUS")}


print(corpus())
with Overlay(CORPUS_TEXT=None, CORPUS_EXTRA="1"):
    print(corpus(), os.path.expandvars("<$CORPUS_TEXT|${CORPUS_EXTRA}|${CORPUS_EXTRA|$|${}>"))
print(corpus())
fails(os.path.expandvars, 3)
print(os.path.expandvars(b"${CORPUS_TEXT}"), os.path.expandvars("$CORPUS_TEXTE"), os.path.expandvars("no"))
print(os.get_exec_path({"PATH": ""}), os.get_exec_path({"PATH": os.pathsep}), os.get_exec_path({}) == os.defpath.split(":"))
fails(os.get_exec_path, 3)
fails(os.get_exec_path, {"PATH": 5})
fails(os.get_exec_path, {}, {})
os.environ["PATH"] = "/bin::rel"
print(os.get_exec_path())
os.environ |= {"CORPUS_M": "m"}
print(list(reversed(sorted(corpus()))), os.environ.popitem()[0] == "CORPUS_M")
print(os.environ == dict(os.environ), os.environ.keys() >= {"CORPUS_TEXT"}, type(os.environ.keys()).__name__)
for name in corpus():
    del os.environ[name]
print(corpus(), os.linesep == "\n", os.environ.get("CORPUS_TEXT", "gone"))
