# Properties of characters, over whole blocks.
import unicodedata


def zlib_like(text):
    a, b = 1, 0
    for byte in text.encode():
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


blocks = ((0, 0x600), (0x900, 0xa80), (0x1100, 0x1200), (0x2000, 0x2c00), (0x3000, 0x3400), (0xd7f0, 0xd810),
          (0xf900, 0xfa20), (0xfb00, 0x10000), (0x1d100, 0x1d200), (0x1f000, 0x1f100), (0x2f800, 0x2f810))
functions = (("category", unicodedata.category), ("bidirectional", unicodedata.bidirectional),
             ("east_asian_width", unicodedata.east_asian_width), ("combining", unicodedata.combining),
             ("mirrored", unicodedata.mirrored), ("decomposition", unicodedata.decomposition),
             ("decimal", lambda c: unicodedata.decimal(c, -1)), ("digit", lambda c: unicodedata.digit(c, -1)),
             ("numeric", lambda c: unicodedata.numeric(c, -1)))
for name, function in functions:
    print(name, [zlib_like(",".join([str(function(chr(code))) for code in range(*block)])) for block in blocks])
for c in "a(\xbd\u0301\u0660\u4e07\uac00\U0001f600\ufb01\x00\u200f":
    print(ascii(c), unicodedata.category(c), unicodedata.bidirectional(c), unicodedata.east_asian_width(c),
          unicodedata.combining(c), unicodedata.mirrored(c), unicodedata.decomposition(c),
          unicodedata.numeric(c, None))
show(unicodedata.decimal, "a")
show(unicodedata.decimal, "\u0663")
show(unicodedata.decimal, "\xb2")
show(unicodedata.digit, "\xb2")
show(unicodedata.digit, "a")
show(unicodedata.digit, "a", None)
show(unicodedata.numeric, "\xbd")
show(unicodedata.numeric, "a")
for function in (unicodedata.category, unicodedata.bidirectional, unicodedata.combining, unicodedata.mirrored,
                 unicodedata.decomposition, unicodedata.east_asian_width, unicodedata.decimal,
                 unicodedata.digit, unicodedata.numeric):
    show(function, "ab")
    show(function, 5)
    show(function)
print(unicodedata.unidata_version)
