# split, rsplit, splitlines, join, strip and its kin.
def attempt(call, *args, **kwargs):
    try:
        print(repr(call(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


class Iterable:
    def __iter__(self):
        yield b"x"
        yield bytearray(b"y")
        yield memoryview(b"z")


for kind in (bytes, bytearray):
    b = kind(b" a  b\tc\n")
    print(b.split(), b.split(None, 1), b.split(b" "), b.split(maxsplit=2), b.split(sep=b" ", maxsplit=1), kind().split(), kind().split(b","))
    print(b.rsplit(), b.rsplit(None, 1), b.rsplit(b" ", 1), b.rsplit(maxsplit=0), kind(b"a,b,c").rsplit(b",", 1), kind(b"a--b--c").rsplit(b"--"))
    print(kind(b"a,b,,c").split(b","), kind(b"a,b,,c").split(b",", 2), kind(b"xxaxxbxx").split(b"xx"), kind(b"ab").split(bytearray(b"b")), kind(b"\x1ca\x85b").split())
    print(kind(b"one\ntwo\r\nthree\rfour\x0bfive\x0c").splitlines(), kind(b"a\n\nb\n").splitlines(True), kind(b"").splitlines(), kind(b"a\r\n").splitlines(keepends=1))
    print(kind(b", ").join([b"a", bytearray(b"b"), memoryview(b"c")]), kind().join([]), kind(b"-").join((b"only",)), kind(b"-").join(Iterable()))
    print(kind(b"+").join({b"k": 1, b"l": 2}), type(kind().join([bytearray(b"x")])).__name__)
    print(kind(b"  a b \n").strip(), kind(b"  a ").lstrip(), kind(b" a  ").rstrip(), kind(b"xxaxbxx").strip(b"x"), kind(b"abcba").strip(b"ab"), kind(b"abc").lstrip(b"ba"), kind(b"abc").rstrip(b"cb"), kind(b"aaa").strip(b"a"), kind(b"a").strip(b""), kind(b"\x0b\x1ca").strip(), kind(b" x ").strip(None))
    print([type(part).__name__ for part in b.split()], type(b.strip()).__name__, type(b.splitlines()[0]).__name__)
    attempt(b.split, "a")
    attempt(b.split, b"")
    attempt(b.split, 5)
    attempt(b.split, b" ", "1")
    attempt(b.split, b" ", 1, 2)
    attempt(b.split, splits=1)
    attempt(b.rsplit, "a")
    attempt(b.rsplit, b"")
    attempt(b.rsplit, None, None)
    attempt(b.splitlines, "yes")
    attempt(b.splitlines, None)
    attempt(b.join, 5)
    attempt(b.join, ["a"])
    attempt(b.join, [b"a", 5])
    attempt(b.join, b"ab")
    attempt(b.join, "ab")
    attempt(b.join)
    attempt(b.strip, "a")
    attempt(b.lstrip, 5)
    attempt(b.rstrip, [1])
    attempt(b.strip, b"a", b"b")
b = b"abc"
print(b.strip() is b, b.lstrip(b"x") is b, b"".join([b]) is b, b"-".join([b]) is b)
array = bytearray(b"abc")
print(array.strip() is array, array.strip() == array)


class Growing:
    """Changes the list while it is joined."""

    def __init__(self, items):
        self.items = items

    def __iter__(self):
        for item in self.items:
            array.append(33)
            yield item


attempt(array.join, Growing([b"1", b"2", b"3"]))
print(array)
array.append(63)
items = [b"1", b"2"]
print(array.join(item for item in items), array)
