# int.to_bytes, int.from_bytes, and numbers and characters read from bytes.
def attempt(call, *args, **kwargs):
    try:
        print(repr(call(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


print((1).to_bytes(), (255).to_bytes(1, "big"), (258).to_bytes(2), (258).to_bytes(2, "little"), (1).to_bytes(length=4, byteorder="big"), (0).to_bytes(0, "big"), (0).to_bytes(3, "little"))
print((-1).to_bytes(1, "big", signed=True), (-2).to_bytes(4, "little", signed=True), (127).to_bytes(1, "big", signed=True), (-128).to_bytes(1, "big", signed=True), (10**20).to_bytes(10, "big"), (-(10**20)).to_bytes(12, "little", signed=True), True.to_bytes(2, "big"))
print(int.from_bytes(b"\x01\x02"), int.from_bytes(b"\x01\x02", "little"), int.from_bytes(b"", "big"), int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes(bytearray(b"\xff"), signed=True), int.from_bytes([1, 0]), int.from_bytes(memoryview(b"ab")[::-1]), int.from_bytes(range(3), byteorder="big"))
print(int.from_bytes(b"\xff" * 12), int.from_bytes(b"\x80" + bytes(9), "big", signed=True), int.from_bytes(bytes=b"\x05", byteorder="little"))
for n in (0, 1, -1, 127, 128, -128, -129, 2**31, -(2**63), 2**64, 10**30, -(10**30)):
    for order in ("big", "little"):
        encoded = n.to_bytes(16, order, signed=True)
        assert int.from_bytes(encoded, order, signed=True) == n, (n, order)


class Bytes:
    def __bytes__(self):
        return b"\x01\x00"


class Mine(int):
    pass


print(int.from_bytes(Bytes()), type(Mine.from_bytes(b"\x05")).__name__, Mine.from_bytes(b"\x05"), type(bool.from_bytes(b"\x05")).__name__, Mine(5).to_bytes(2))
attempt((256).to_bytes, 1)
attempt((-1).to_bytes, 1)
attempt((128).to_bytes, 1, "big", signed=True)
attempt((-129).to_bytes, 1, "big", signed=True)
attempt((1).to_bytes, -1)
attempt((1).to_bytes, 1, "middle")
attempt((1).to_bytes, 1, 5)
attempt((1).to_bytes, "1")
attempt((1).to_bytes, 10**30)
attempt((1).to_bytes, 0)
attempt(int.from_bytes, b"a", "up")
attempt(int.from_bytes, "a")
attempt(int.from_bytes, 5)
attempt(int.from_bytes, [256])
attempt(int.from_bytes)
print(int(b"12"), int(b" -34 "), int(bytearray(b"ff"), 16), int(b"0b11", 0), int(b"1_000"), int(memoryview(b"7")), float(b"1.5"), float(bytearray(b" -2e3 ")), float(memoryview(b"inf")))
attempt(int, b"x")
attempt(int, b"")
attempt(int, bytearray(b"1 2"))
attempt(int, b"\xd9\xa3")
attempt(int, b"12", 2)
attempt(int, memoryview(b"12"), 8)
attempt(float, b"x")
attempt(float, bytearray(b"1,5"))
attempt(float, memoryview(b"1")[::-1])
print(ord(b"a"), ord(bytearray(b"\xff")))
attempt(ord, b"ab")
attempt(ord, b"")
attempt(ord, bytearray())
attempt(chr, b"a")
attempt(round, b"a")
attempt(sum, [b"a", b"b"], b"")
