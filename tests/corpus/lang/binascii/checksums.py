# CRC-32 and CRC-CCITT, in one go and in pieces.
import binascii


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


data = bytes(range(256)) * 5
for part in (b"", b"a", b"abc", b"123456789", data):
    print(binascii.crc32(part), binascii.crc_hqx(part, 0))
crc, hqx = 0, 0
for start in range(0, len(data), 7):
    crc = binascii.crc32(data[start:start + 7], crc)
    hqx = binascii.crc_hqx(data[start:start + 7], hqx)
print(crc == binascii.crc32(data), hqx == binascii.crc_hqx(data, 0))
show(binascii.crc32, b"abc", -1)
show(binascii.crc32, b"abc", 2**40 + 5)
show(binascii.crc32, b"abc", 2**70)
show(binascii.crc32, b"abc", -2**70 + 3)
show(binascii.crc32, bytearray(b"abc"), True)
show(binascii.crc_hqx, b"abc", 70000)
show(binascii.crc_hqx, b"abc", -1)
show(binascii.crc_hqx, memoryview(b"abc"), 2**70 + 9)
show(binascii.crc32, "abc")
show(binascii.crc32, b"abc", 1.5)
show(binascii.crc32, b"abc", "x")
show(binascii.crc32)
show(binascii.crc32, b"", 1, 2)
show(binascii.crc32, b"abc", crc=3)
show(binascii.crc_hqx, b"abc")
show(binascii.crc_hqx, "abc", 0)
show(binascii.crc_hqx, b"abc", None)
