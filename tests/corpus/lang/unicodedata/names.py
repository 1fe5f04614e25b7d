# Names of characters.
import unicodedata


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


for code in (0x41, 0xe9, 0x20ac, 0x4e00, 0x9fff, 0xac00, 0xac01, 0xd7a3, 0x1f600, 0xf900, 0x2f800, 0x1d15e, 0x3400,
             0x20000, 0x1100, 0x2603, 0x10ffff, 0xd800, 0xe000, 0x378, 7):
    c = chr(code)
    name = unicodedata.name(c, None)
    print(hex(code), name, name and unicodedata.lookup(name) == c and (unicodedata.lookup(name.lower()) == c
          if code < 0x3000 else None))
bad = 0
for code in list(range(0, 0x3000, 3)) + list(range(0x1f000, 0x1fb00, 3)) + list(range(0xac00, 0xd7a4, 51)):
    name = unicodedata.name(chr(code), "")
    if name and unicodedata.lookup(name) != chr(code):
        bad += 1
print(bad)
for name in ("LINE FEED", "NULL", "latin small letter gha", "KEYCAP DIGIT ONE", "HANGUL SYLLABLE GAG", "SPACE",
             "CJK UNIFIED IDEOGRAPH-4E00", "BYTE ORDER MARK", b"SPACE"):
    print(name, ascii(unicodedata.lookup(name)))
for name in ("nothing", "", "HANGUL SYLLABLE X", "CJK UNIFIED IDEOGRAPH-4E", "CJK UNIFIED IDEOGRAPH-FFFF",
             "cjk unified ideograph-9fa5", "hangul syllable ga", "SPACE ", "A" * 300, 5, None):
    show(unicodedata.lookup, name)
show(unicodedata.name, "\n")
show(unicodedata.name, "\n", 7)
show(unicodedata.name, "ab")
show(unicodedata.name, 5)
show(unicodedata.name)
show(unicodedata.lookup)
