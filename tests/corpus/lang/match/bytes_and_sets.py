# Bytes are values, no sequences; sets match themselves.
def f(x):
    match x:
        case b"ab" | b"" as b:
            return "value", b
        case [*_]:
            return "sequence"
        case bytes(b):
            return "bytes", b
        case bytearray(b):
            return "bytearray", b
        case set(s):
            return "set", sorted(s)
        case frozenset(s):
            return "frozenset", sorted(s)
        case {b"k": v, "k": w, **rest}:
            return "keys", v, w, rest
        case {b"k": v}:
            return "key", v


class Bytes(bytes):
    pass


class Set(set):
    __match_args__ = ("size",)

    @property
    def size(self):
        return len(self)


for x in (b"ab", b"", b"abc", bytearray(b"ab"), bytearray(b"x"), {1, 2}, set(), frozenset([3]), Bytes(b"z"),
          {b"k": 1, "k": 2, 3: 4}, {b"k": 1}, "ab"):
    print(f(x))
match Set([1, 2]):
    case Set(2):
        print("own arguments")
match Bytes(b"q"):
    case Bytes(b"q"):
        print("itself")
try:
    match {1, 2}:
        case set(a, b):
            print("no")
except TypeError as e:
    print(e)
try:
    match b"":
        case bytes(1, 2):
            print("no")
except TypeError as e:
    print(e)
