# Indexing, slices, operators and comparison of bytes and bytearray.
def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


for kind in (bytes, bytearray):
    b = kind(b"abcdefgh")
    print(kind.__name__, b[0], b[-1], b[True], b[2:5], b[::2], b[::-1], b[5:2], b[-3:], b[:100], b[7:0:-3])
    print(type(b[1:3]).__name__, type(b + b).__name__, type(b * 2).__name__, len(b))
    print(b + b"x", b + bytearray(b"y"), b + memoryview(b"z"), b * 0, b * -1, 2 * kind(b"ab"))
    print(b == b"abcdefgh", b == bytearray(b"abcdefgh"), b == "abcdefgh", b != b"x", b == 5, b == memoryview(b"abcdefgh"))
    print(b < b"b", b <= b"abcdefgh", b > b"abc", b >= b"abcdefghi", kind() < b, kind(b"a") < b"\xff")
    print(97 in b, 122 in b, b"cd" in b, b"dc" in b, b"" in b, bytearray(b"gh") in b, True in b)
    print(list(b), tuple(kind(b"\x00\xff")), sum(b), max(b), min(b), sorted(kind(b"hello")))
    print([hex(n) for n in reversed(kind(b"ab"))], list(enumerate(kind(b"xy"))), *kind(b"12"))
    attempt(lambda: b[8])
    attempt(lambda: b[-9])
    attempt(lambda: b["a"])
    attempt(lambda: b[1.0])
    attempt(lambda: b[10**30])
    attempt(lambda: b[::0])
    attempt(lambda: b["a":])
    attempt(lambda: b + "x")
    attempt(lambda: b + 1)
    attempt(lambda: b + [1])
    attempt(lambda: "x" + b)
    attempt(lambda: [1] + b)
    attempt(lambda: b * "x")
    attempt(lambda: b * 2.0)
    attempt(lambda: b * b)
    attempt(lambda: b * 10**30)
    attempt(lambda: b - b)
    attempt(lambda: -b)
    attempt(lambda: b < "x")
    attempt(lambda: b >= 5)
    attempt(lambda: "a" in b)
    attempt(lambda: 256 in b)
    attempt(lambda: -1 in b)
    attempt(lambda: 1.5 in b)
    attempt(lambda: None in b)
    attempt(lambda: b.nothing)
    attempt(lambda: b(1))
b = b"abc"
try:
    b[0] = 1
except TypeError as error:
    print(error)
try:
    del b[0]
except TypeError as error:
    print(error)
print(hash(b"abc") == hash(bytes(bytearray(b"abc"))), {b"abc": 1}[bytes([97, 98, 99])])
attempt(lambda: hash(bytearray(b"abc")))
attempt(lambda: {bytearray(): 1})
a, *rest = b"xyz"
print(a, rest)
it = iter(b"ab")
print(type(it).__name__, it.__length_hint__(), next(it), next(it), next(it, "end"), it.__length_hint__())
it = iter(bytearray(b"ab"))
print(type(it).__name__, it.__length_hint__(), list(it), list(it))
array = bytearray(b"abc")
seen = []
for byte in array:
    seen.append(byte)
    if len(array) < 6:
        array.append(byte + 1)
print(seen, array)
print(b.__add__(b"d"), b.__mul__(2), b.__rmul__(2), b.__contains__(97), b.__getitem__(0), b.__len__(), b.__eq__("a"), b.__lt__(1))
