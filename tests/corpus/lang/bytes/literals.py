# Bytes literals: escapes, raw ones, concatenation, folding.
print(b"", b'abc', b"it's", b'say "hi"', b'both \' and "')
print(b"\x00\x7f\x80\xff", b"\0\1\12\377", b"\a\b\f\n\r\t\v\\")
print(b"\q" if False else b"ok")
print(rb"\n\x41", Rb'\\', bR"""a\
b""", BR'\'')
print(b"one " b'two ' rb"\three", len(b"a" b"" b"b"))
print(b"""triple
quoted 'lines'
""")
print(b"line \
continued")
print(b"\u0041\N{DASH}")
print(b"a" + b"b" + b"c", b"ab" * 3, 2 * b"xy", b"" * 5)
print(b"abc"[1], b"abc"[1:], b"abc"[-1], b"abc"[::-1])
print(type(b""), type(b"x" + b"y"), bool(b""), bool(b"\0"))
if b"":
    print("never")
if not b"" and b"x":
    print("constants have a truth")


def constants():
    """Doc."""
    return b"in a function", (b"in", "a", b"tuple"), {b"key": b"value"}


print(constants())
print(constants()[0] is constants()[0], constants.__doc__)
print(b"a" == "a", b"a" != "a", b"a" == b"a", {b"a": 1, "a": 2})
print(f"{b'x'!r} {b'y'} {b'z'!s}")
assert b"x" in b"xyz", b"message"


def no_doc():
    b"This is no docstring."


print(no_doc.__doc__)
