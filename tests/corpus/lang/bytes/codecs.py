# str.encode, bytes.decode and str(): encodings, their names and error handlers.
def attempt(call, *args, **kwargs):
    try:
        print(ascii(call(*args, **kwargs)))
    except UnicodeError as error:
        print(type(error).__name__, error)
        print("  ", error.encoding, ascii(error.object), error.start, error.end, error.reason)
    except Exception as error:
        print(type(error).__name__, error)


text = "h\xe9llo \u20ac \U0001f600"
for encoding in ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-8-sig"):
    encoded = text.encode(encoding)
    print(encoding, encoded)
    assert encoded.decode(encoding) == text
    assert str(bytearray(encoded), encoding) == str(memoryview(encoded), encoding) == text
print("caf\xe9".encode("latin-1"), b"caf\xe9".decode("latin1"), "plain".encode("ascii"), b"plain".decode("us-ascii"), "".encode("utf-16"), b"".decode())
for name in ("UTF-8", "utf8", "U8", "utf_8", "Utf 8", "cp65001", "L1", "iso-8859-1", "ISO8859_1", "latin", "8859", "646", "ANSI_X3.4-1968", "u16", "UTF-16LE", "utf_16_be", "UTF32", "utf-32le", "--utf-8--"):
    print(name, "A\x7f".encode(name), end="; ")
print()
handlers = ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass", "unknown")
for sample in ("a\xe9\u20ac\U0001f600b", "\ud800x", "\udc80\udcff", "\udc80\ud800"):
    for encoding in ("ascii", "latin-1", "utf-8", "utf-16-le", "utf-32-be"):
        for handler in handlers:
            if handler != "unknown" or "-le" not in encoding and "-be" not in encoding:
                attempt(sample.encode, encoding, handler)
for sample in (b"a\x80b", b"\xc3", b"\xe2\x82x", b"\xed\xa0\x80", b"\xf0\x9f\x98", b"\xff\xfe\xfd", b"\xc0\x80", b"\xf4\x90\x80\x80", b"\xe0\x80"):
    for encoding in ("ascii", "utf-8", "latin-1", "utf-16-le", "utf-32-le"):
        for handler in handlers:
            if handler not in ("unknown", "xmlcharrefreplace") or "-le" not in encoding:
                attempt(sample.decode, encoding, handler)
for encoding, sample in (("utf-16", b"\xfe\xff\x00a\xd8"), ("utf-16", b"a\x00b"), ("utf-16-be", b"\xd8\x00\x00a"), ("utf-16-be", b"\xdc\x00"), ("utf-32", b"\x00\x00\xfe\xff\x00\x00\x00a"), ("utf-32", b"a\x00\x00\x00\x00\x00\x11\x00"), ("utf-32-be", b"\x00\x00\xd8\x00"), ("utf-8-sig", b"\xef\xbb\xbfx\xff"), ("utf-16-le", b"\xff\xfea\x00"), ("utf-16", b"\xff\xfe")):
    for handler in ("strict", "replace", "surrogatepass"):
        attempt(sample.decode, encoding, handler)
