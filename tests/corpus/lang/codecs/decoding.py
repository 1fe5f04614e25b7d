# Decoding bytes, whole and byte by byte.
import codecs


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


handlers = ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass")
for encoding in ("utf-8", "utf-16", "utf-16-be", "utf-32", "utf-8-sig", "latin-1", "ascii", "unicode_escape",
                 "raw_unicode_escape"):
    for data in (b"abc", b"\xe2\x82\xac", b"\xe2\x82", b"\xff\xfea\0", b"\xfe\xff\0a", b"\xff\xfe\0\0a\0\0\0",
                 b"\xef\xbb\xbfx", b"\x80ab", b"\\u20ac\\x41\\n\\101", b"\xd8\0\xd8", b"\\U00110000", b"\\x4"):
        for handler in handlers:
            print(encoding, data, handler, end=" ")
            show(codecs.decode, data, encoding, handler)

        def pieces():
            decoder = codecs.getincrementaldecoder(encoding)("replace")
            parts = [decoder.decode(data[at:at + 1]) for at in range(len(data))]
            return parts + [decoder.decode(b"", True)]

        show(pieces)
