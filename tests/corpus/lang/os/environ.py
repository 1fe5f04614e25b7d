# The environment.
import os


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


os.environ["CORPUS_A"] = "one"
print(os.environ["CORPUS_A"], os.getenv("CORPUS_A"), os.getenv("CORPUS_B"), os.getenv("CORPUS_B", "default"))
print("CORPUS_A" in os.environ, "CORPUS_B" in os.environ, os.environ.get("CORPUS_B"), os.environb[b"CORPUS_A"], os.getenvb(b"CORPUS_A"))
os.environ.update(CORPUS_B="two", CORPUS_C="ä")
print(sorted(key for key in os.environ if key.startswith("CORPUS")), os.environb[b"CORPUS_C"])
print(os.environ.setdefault("CORPUS_B", "x"), os.environ.setdefault("CORPUS_D", "y"))
del os.environ["CORPUS_A"]
attempt(os.environ.__getitem__, "CORPUS_A")
attempt(os.environ.__delitem__, "CORPUS_A")
print(os.environ.pop("CORPUS_B"), os.environ.pop("CORPUS_B", None))
attempt(os.environ.pop, "CORPUS_B")
attempt(os.environ.__setitem__, "CORPUS_B", 3)
attempt(os.environ.__setitem__, 3, "x")
attempt(os.environ.__setitem__, "A=B", "x")
attempt(os.environ.__setitem__, "", "x")
attempt(os.environ.__getitem__, 3)
attempt(os.environb.__setitem__, "str", b"x")
copy = os.environ.copy()
print(type(copy), copy["CORPUS_C"], len(copy) == len(os.environ), isinstance(os.environ, dict))
merged = os.environ | {"CORPUS_C": "new"}
print(type(merged), merged["CORPUS_C"], os.environ["CORPUS_C"], ({"CORPUS_C": 1} | os.environ)["CORPUS_C"])
os.environ |= {"CORPUS_E": "e"}
print(os.environ["CORPUS_E"], {key: value for key, value in os.environ.items() if key.startswith("CORPUS")})
os.putenv("CORPUS_PUT", "not in environ")
print("CORPUS_PUT" in os.environ)
os.unsetenv("CORPUS_PUT")
attempt(os.putenv, "A", 3)
attempt(os.unsetenv, 3)
os.environb[b"CORPUS_RAW"] = b"\xff"
print(ascii(os.environ["CORPUS_RAW"]), repr(os.environ)[:9], type(os.environ).__name__)
for key in list(os.environ):
    if key.startswith("CORPUS"):
        del os.environ[key]
print([key for key in os.environ if key.startswith("CORPUS")])
os.environ["PATH"] = "/one:/two"
print(os.get_exec_path(), os.get_exec_path({"PATH": "a:b"}), os.get_exec_path({}))
os.environ["HOME"] = "/places/someone"
print(os.path.expanduser("~"), os.path.expanduser("~/x"), os.path.expanduser(b"~/x"), os.path.expanduser("x/~"))
os.environ["CORPUS_X"] = "value"
print(os.path.expandvars("$CORPUS_X/${CORPUS_X}x/$CORPUS_NONE/${oops/$/$$"), os.path.expandvars(b"$CORPUS_X-"))
