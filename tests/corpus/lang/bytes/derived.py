# Classes derived from bytes and bytearray.
class B(bytes):
    def __new__(cls, value, label="none"):
        self = super().__new__(cls, value)
        self.label = label
        return self

    def first(self):
        return self[0]


class A(bytearray):
    def __init__(self, *args, label="none"):
        super().__init__(*args)
        self.label = label


class Loud(bytes):
    def __eq__(self, other):
        return "equal"

    def __add__(self, other):
        return "added"

    def __radd__(self, other):
        return "radded"

    def __getitem__(self, key):
        return "item", key

    def __hash__(self):
        return 5

    def __len__(self):
        return 99

    def __contains__(self, item):
        return True

    def __mod__(self, values):
        return "mod"


class Plain(bytes):
    pass


class PlainArray(bytearray):
    pass


b = B(b"abc", label="mine")
print(b, repr(b), b.label, b.first(), len(b), type(b).__name__, isinstance(b, bytes), b == b"abc", b"abc" == b)
print(type(b + b"x").__name__, type(b[:]).__name__, type(b.upper()).__name__, type(b * 1).__name__, type(b.strip()).__name__)
print(hash(b) == hash(b"abc"), {b: 1}[b"abc"], b in {b"abc": 2}, b.find(b"c"), b < b"b", sorted([b"b", b]))
a = A(b"xyz", label="array")
print(a, str(a), a.label, len(a), a == b"xyz", a == bytearray(b"xyz"))
a.append(33)
a += b"?"
a[0] = 65
del a[1]
print(a, type(a).__name__, a.label, type(a.copy()).__name__, type(a + b"").__name__)
a *= 2
print(a, type(a).__name__)
print(A(), A(3), A("text", "utf-8"), A([1, 2]))
loud = Loud(b"abc")
print(loud == b"abc", b"abc" == loud, loud + b"x", b"x" + loud, loud[0], hash(loud), len(loud), 500 in loud, loud % 5)
print(bytes(loud), bytearray(loud), b"".join([loud, loud]), b"xabcx".find(loud), memoryview(loud).tolist())
print(Plain(b"p"), Plain(), PlainArray(b"q"), repr(PlainArray()), Plain.fromhex("4142"), type(Plain.fromhex("00")).__name__, PlainArray.fromhex("43"), type(PlainArray.fromhex("43")).__name__)
p = Plain(b"attr")
p.x = 1
print(p.x, p.__dict__, p.decode(), p.hex(), bytes(p) == p, type(bytes(p)).__name__, Plain(p) is p)
print(b"%s|%b" % (p, b), bytes.upper(p), bytes.__len__(loud), int(Plain(b"12")), ord(Plain(b"z")))
print(isinstance(a, bytearray), issubclass(A, bytearray), A.__mro__[1].__name__, B.__bases__)


class WithBytes(bytes):
    def __bytes__(self):
        return b"changed"


w = WithBytes(b"original")
print(bytes(w), b"%s" % w, bytearray(w))
try:
    class Both(bytes, bytearray):
        pass
except TypeError as error:
    print(error)
try:
    class View(memoryview):
        pass
except TypeError as error:
    print(error)
try:
    bytes.__new__(bytearray, b"x")
except TypeError as error:
    print(error)
try:
    bytes.upper("x")
except TypeError as error:
    print(error)
try:
    bytearray.append(b"x", 1)
except TypeError as error:
    print(error)
