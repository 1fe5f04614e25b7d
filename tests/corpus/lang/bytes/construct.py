# The constructors of bytes and bytearray.
def attempt(what, call, *args, **kwargs):
    try:
        print(what, repr(call(*args, **kwargs)))
    except Exception as error:
        print(what, type(error).__name__, error)


class Index:
    def __index__(self):
        return 3


class Both:
    def __bytes__(self):
        return b"from __bytes__"

    def __index__(self):
        return 2

    def __iter__(self):
        return iter([7])


class Wrong:
    def __bytes__(self):
        return "text"


class Angry:
    def __index__(self):
        raise TypeError("no index")

    def __iter__(self):
        return iter((1, 2))


class Items:
    def __getitem__(self, at):
        if at == 3:
            raise IndexError
        return at * 2


for kind in (bytes, bytearray):
    print(kind.__name__)
    attempt("nothing", kind)
    attempt("count", kind, 3)
    attempt("true", kind, True)
    attempt("index", kind, Index())
    attempt("both", kind, Both())
    attempt("wrong", kind, Wrong())
    attempt("angry", kind, Angry())
    attempt("items", kind, Items())
    attempt("list", kind, [1, 2, 255])
    attempt("tuple", kind, (0, True, Index()))
    attempt("range", kind, range(65, 70))
    attempt("generator", kind, (n * n for n in range(5)))
    attempt("dict", kind, {1: "a", 2: "b"})
    attempt("bytes", kind, b"abc")
    attempt("bytearray", kind, bytearray(b"abc"))
    attempt("view", kind, memoryview(b"abcdef")[::2])
    attempt("text", kind, "h\xe9", "utf-8")
    attempt("latin", kind, "h\xe9", encoding="latin-1")
    attempt("named", kind, source=b"named")
    attempt("errors", kind, "h\xe9", "ascii", "replace")
    attempt("errors by name", kind, "h\xe9", "ascii", errors="ignore")
    attempt("text alone", kind, "abc")
    attempt("text and errors", kind, "abc", errors="strict")
    attempt("not encodable", kind, "\u20ac", "latin-1")
    attempt("no text", kind, b"abc", "utf-8")
    attempt("no text, errors", kind, 3, errors="strict")
    attempt("encoding alone", kind, encoding="utf-8")
    attempt("errors alone", kind, errors="strict")
    attempt("encoding no str", kind, "abc", 5)
    attempt("encoding None", kind, "abc", None)
    attempt("negative", kind, -1)
    attempt("huge", kind, 10**40)
    attempt("too much", kind, 10**17)
    attempt("float", kind, 1.5)
    attempt("None", kind, None)
    attempt("object", kind, len)
    attempt("range error", kind, [1, 256])
    attempt("negative item", kind, [-1])
    attempt("huge item", kind, [10**40])
    attempt("float item", kind, [1.5])
    attempt("text item", kind, ["a"])
    attempt("unknown keyword", kind, sauce=1)
    attempt("too many", kind, 1, 2, 3, 4)
b = b"same"
print(bytes(b) is b, bytes(bytearray(b)) == b, bytearray(b) is not bytearray(b))
array = bytearray(b"old")
array.__init__(b"new value")
print(array)
array.__init__(2)
print(array)
array.__init__()
print(array)
print(bytes.__name__, bytearray.__name__, bytes.__mro__, bytearray.__mro__)
print(bytes([0] * 5).__len__(), bytes(b"x").__bytes__(), b"x".__getnewargs__())
