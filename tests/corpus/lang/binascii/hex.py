# Hexadecimal digits, with separators.
import binascii


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


data = bytes(range(0, 256, 17))
for function in (binascii.hexlify, binascii.b2a_hex):
    show(function, b"")
    show(function, data)
    show(function, data, ":")
    show(function, data, b"-", 2)
    show(function, data, "_", -3)
    show(function, data, sep=" ", bytes_per_sep=0)
    show(function, data, sep="\xe9", bytes_per_sep=100)
    show(function, b"abc", "\xe9")
    show(function, bytearray(b"abcde"), b"\xff", -2)
    show(function, memoryview(b"abcdef")[2:])

for function in (binascii.unhexlify, binascii.a2b_hex):
    show(function, "")
    show(function, "00ffAa")
    show(function, b"6d6f7265")
    show(function, bytearray(b"6D"))
    assert function(binascii.hexlify(data)) == data

# Errors.
show(binascii.hexlify)
show(binascii.hexlify, "text")
show(binascii.hexlify, 5)
show(binascii.hexlify, b"a", "")
show(binascii.hexlify, b"ab", "ab")
show(binascii.hexlify, b"ab", b"")
show(binascii.hexlify, b"ab", 1)
show(binascii.hexlify, b"ab", None)
show(binascii.hexlify, b"ab", [1])
show(binascii.hexlify, b"ab", bytearray(b"a"))
show(binascii.hexlify, b"ab", "\u20ac")
show(binascii.hexlify, b"ab", "-", 2**40)
show(binascii.hexlify, b"ab", "-", 1.5)
show(binascii.hexlify, 1, 2, 3, 4)
show(binascii.b2a_hex, b"ab", b"ab", 1)
for function in (binascii.unhexlify, binascii.a2b_hex):
    show(function, "abc")
    show(function, "0g")
    show(function, "\xe9\xe9")
    show(function, 3)
    show(function)
print(issubclass(binascii.Error, ValueError), binascii.Error.__module__)
print(binascii.Incomplete.__mro__[1], binascii.Incomplete("x"))
try:
    raise binascii.Incomplete("more")
except binascii.Incomplete as error:
    print(repr(error))
