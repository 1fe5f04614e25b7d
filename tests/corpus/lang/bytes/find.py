# find, rfind, index, rindex, count, startswith, endswith, partition, prefixes, replace.
def attempt(call, *args):
    try:
        print(repr(call(*args)))
    except Exception as error:
        print(type(error).__name__, error)


class Three:
    def __index__(self):
        return 3


for kind in (bytes, bytearray):
    b = kind(b"abcabcab")
    print(b.find(b"c"), b.find(b"ca"), b.find(99), b.find(b"c", 3), b.find(b"c", 3, 5), b.find(b"z"), b.find(b""), b.find(b"", 8), b.find(b"", 9))
    print(b.rfind(b"c"), b.rfind(97), b.rfind(b"ab", 0, -1), b.rfind(b"z"), b.rfind(b""), b.find(bytearray(b"bc")), b.find(memoryview(b"bc")))
    print(b.index(b"b"), b.rindex(b"b"), b.index(98, 2), b.index(b"a", Three()), b.rindex(b"a", None, 5))
    print(b.count(b"ab"), b.count(97), b.count(b""), b.count(b"ab", 1), b.count(b"ab", 1, 5), b.count(b"z"), b.count(b"", 3, 2), kind(b"aaaa").count(b"aa"))
    print(b.startswith(b"abc"), b.startswith((b"x", b"ab")), b.startswith(b"ca", 2), b.startswith(b"b", 1, 1), b.startswith(()), b.startswith(bytearray(b"a")))
    print(b.endswith(b"ab"), b.endswith((b"x", b"b")), b.endswith(b"ca", 0, 4), b.endswith(b""), b.endswith(memoryview(b"ab")))
    print(b.partition(b"c"), b.rpartition(b"c"), b.partition(b"zz"), b.rpartition(b"zz"), b.partition(bytearray(b"ca")))
    print(b.removeprefix(b"abc"), b.removeprefix(b"x"), b.removesuffix(b"cab"), b.removesuffix(b""), b.removesuffix(b"abcabcab"))
    print(b.replace(b"ab", b"X"), b.replace(b"ab", b"XYZ", 2), b.replace(b"", b"-"), b.replace(b"", b"-", 3), b.replace(b"z", b"y"), b.replace(b"a", b""), b.replace(b"a", b"b", 0), b.replace(b"abc", b"", -5))
    print(type(b.replace(b"a", b"b")).__name__, type(b.partition(b"c")[1]).__name__, type(b.removeprefix(b"a")).__name__)
    attempt(b.find, "a")
    attempt(b.find, 256)
    attempt(b.rfind, None)
    attempt(b.find, b"a", "0")
    attempt(b.find)
    attempt(b.index, b"zz")
    attempt(b.rindex, b"zz")
    attempt(b.index, 1.5)
    attempt(b.rindex, -1)
    attempt(b.count, "a")
    attempt(b.count, 300)
    attempt(b.startswith, "a")
    attempt(b.startswith, (b"x", "a"))
    attempt(b.startswith, [b"a"])
    attempt(b.startswith, 97)
    attempt(b.endswith, "a")
    attempt(b.endswith, (1,))
    attempt(b.partition, b"")
    attempt(b.partition, "a")
    attempt(b.rpartition, b"")
    attempt(b.rpartition, 5)
    attempt(b.removeprefix, "a")
    attempt(b.removesuffix, None)
    attempt(b.replace, "a", b"b")
    attempt(b.replace, b"a", "b")
    attempt(b.replace, b"a")
    attempt(b.replace, b"a", b"b", "c")
b = b"abc"
print(b.replace(b"z", b"") is b, b.removeprefix(b"z") is b, b.partition(b"z")[0] is b)
array = bytearray(b"abc")
print(array.replace(b"z", b"") is array, array.removeprefix(b"z") is array)
