# Normal forms.
import unicodedata


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


texts = ("e\u0301", "\xe9", "\u1e9b\u0323", "a\u0315\u0300\u05ae\u0300\u0062", "\ufb01", "\u1100\u1161\u11a8",
         "\uac00\u11a8", "\u0344", "\u0958", "\u2126", "\u212b", "\U0001d15e", "a\u0301\u0301", "\u0301e",
         "q\u0307\u0323", "\ud800e\u0301", "\u0b47\u0300\u0b3e", "\u09c7\u09be\u0301", "abc", "", "\xbd\xaa",
         "\uff21\uff42", "\u3300", "\u0f71\u0f72\u0f74", "\u1e0a\u0323", "\u1112\u1161\u11ab\u1100\u1173\u11af")
for form in ("NFC", "NFD", "NFKC", "NFKD"):
    for text in texts:
        print(form, ascii(text), ascii(unicodedata.normalize(form, text)), unicodedata.is_normalized(form, text))
    total = 0
    for code in list(range(0xa0, 0x3400)) + list(range(0xf900, 0xfb50)) + list(range(0x1d100, 0x1d700)):
        for c in unicodedata.normalize(form, "a" + chr(code) + "\u0323\u0301"):
            total = (total * 31 + ord(c)) % 1000000007
    print(form, total)
    long = unicodedata.normalize(form, "e\u0301\uac01" * 500)
    print(len(long), unicodedata.is_normalized(form, long))
show(unicodedata.normalize, "x", "\xe9")
show(unicodedata.normalize, "NFC", 5)
show(unicodedata.normalize, 5, "a")
show(unicodedata.normalize, "NFC")
show(unicodedata.is_normalized, "x", "\xe9")
show(unicodedata.is_normalized, "NFC", b"")
show(unicodedata.is_normalized, "NFC")
