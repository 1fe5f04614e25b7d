"""Each encoding of base64 forth and back over awkward lengths, and damaged texts."""
import base64
import binascii


def attempt(what, function, *args, **kwargs):
    try:
        print(what, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


PAIRS = [("b16", base64.b16encode, base64.b16decode), ("b32", base64.b32encode, base64.b32decode),
         ("b32hex", base64.b32hexencode, base64.b32hexdecode), ("b64", base64.b64encode, base64.b64decode),
         ("standard", base64.standard_b64encode, base64.standard_b64decode),
         ("urlsafe", base64.urlsafe_b64encode, base64.urlsafe_b64decode), ("a85", base64.a85encode, base64.a85decode),
         ("b85", base64.b85encode, base64.b85decode), ("bytes", base64.encodebytes, base64.decodebytes)]
SAMPLES = [b"", b"\x00", b"\xff", b"ab", b"\x00\x00\x00\x00", b"    ", b"\xfb\xef\xbe\xff", bytes(range(7)), b"sphinx of black quartz" * 3]
for name, encode, decode in PAIRS:
    print(name)
    for sample in SAMPLES:
        text = encode(sample)
        print("  ", text if len(text) < 50 else len(text), decode(text) == sample, end=";")
    print()
    attempt("  memoryview", encode, memoryview(b"view"))
    attempt("  of text", encode, "text")
    attempt("  from text", decode, encode(b"text").decode())
    attempt("  from not ascii", decode, "é")
    attempt("  from a number", decode, 5)
print("damaged")
attempt("b16", base64.b16decode, b"ab")
attempt("b16", base64.b16decode, b"ABC")
attempt("b32", base64.b32decode, b"MFRGG")
attempt("b32hex", base64.b32hexdecode, b"!!!!!!!!")
attempt("b64", base64.b64decode, b"YWJ")
attempt("b64", base64.b64decode, b"Y")
attempt("b64 junk skipped", base64.b64decode, b"YW*Jj\n")
attempt("b64 junk refused", base64.b64decode, b"YW*Jj\n", validate=True)
attempt("b64 altchars", base64.b64decode, b"__-+/", b"-_")
attempt("b64 altchars", base64.b64encode, b"\xfb\xff", b"-")
attempt("standard", base64.standard_b64decode, b"YWJj=")
attempt("urlsafe", base64.urlsafe_b64decode, b"__")
attempt("a85", base64.a85decode, b"<~87cUR~>")
attempt("a85", base64.a85decode, b"<~87cUR~>", adobe=True)
attempt("a85", base64.a85decode, b"87cUR", adobe=True)
attempt("a85", base64.a85decode, b"ab\x80")
attempt("a85", base64.a85decode, b"s8W-\"")
attempt("a85", base64.a85decode, b"az")
attempt("b85", base64.b85decode, b'a"c')
attempt("b85", base64.b85decode, b"~~~~~")
print(base64.a85encode(b"    \0\0\0\0x", foldspaces=True), base64.a85decode(b"yz", foldspaces=True), base64.a85encode(b"a" * 30, wrapcol=12, adobe=True))
print(base64.a85encode(b"ab", pad=True), base64.b85encode(b"ab", pad=True), base64.a85decode(b" 8\n7 c", ignorechars=b" \n"))
print(issubclass(binascii.Error, ValueError), base64.b32decode("mfrgg===", casefold=True), base64.b16decode("ab", True))
