"""Errors of binascii by class, and the checksums and lines of old file formats made with it."""
import binascii
from binascii import Error, Incomplete, a2b_base64, a2b_hex, a2b_qp, a2b_uu, b2a_hex, b2a_qp, b2a_uu, crc32, crc_hqx


def attempt(what, function, *args, **kwargs):
    try:
        print(what, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error, isinstance(error, Error))


print(Error.__mro__[1], Incomplete.__mro__[1], issubclass(Incomplete, Error), Error.__module__)
try:
    raise Error("own", 5)
except ValueError as error:
    print(type(error).__name__, error.args)
try:
    raise Incomplete("never raised by the module")
except Exception as error:
    print(type(error).__name__, error)
for data in (b"", b"123456789", bytes(range(256)), b"\0" * 10):
    print(crc_hqx(data, 0), crc_hqx(data, 0xFFFF), crc32(data), crc32(data, 1), binascii.crc32(data, 0xFFFFFFFF))
value = 0
for byte in b"123456789":
    value = crc_hqx(bytes([byte]), value)
print(value == crc_hqx(b"123456789", 0), crc_hqx(b"a", -1) == crc_hqx(b"a", 0xFFFF), crc_hqx(b"a", 2 ** 20 + 1) == crc_hqx(b"a", 1))
attempt("crc_hqx", crc_hqx, b"a")
attempt("crc_hqx of text", crc_hqx, "a", 0)
attempt("crc_hqx", crc_hqx, b"a", 1.5)
attempt("crc32 of text", crc32, "text")


def uuencode(name, data):
    lines = [f"begin 644 {name}\n".encode()]
    lines += [b2a_uu(data[at:at + 45]) for at in range(0, len(data), 45)]
    return b"".join(lines) + b" \nend\n"


def uudecode(text):
    head, *lines = text.splitlines()
    out = b""
    for line in lines:
        if line == b"end":
            return head.split()[2].decode(), out
        out += a2b_uu(line)
    raise Error("no end")


coded = uuencode("cat.txt", b"Cat \x00\xff" * 12)
print(coded)
attempt("decoded", uudecode, coded)
attempt("no end", uudecode, coded[:-4])
attempt("damaged", uudecode, coded.replace(b"0V%T", b"0V\x80T"))
attempt("too long", b2a_uu, b"x" * 46)
attempt("backtick", b2a_uu, b"\0\0\0", backtick=True)
attempt("trailing", a2b_uu, b"!  $ junk")
for text in (b"soft=\nline", b"a=3D=c3=A9", b"bad=", b"=4", b"=ZZ", b"a_b", b"=\r\nx", "t=C3", b"tail  \nx"):
    attempt(repr(text), a2b_qp, text)
    attempt("   as header", a2b_qp, text, header=True)
for data in (b"a=b", "é €".encode(), b"x" * 80, b"end \n tab\t\n", b".", b"a_b c", b"\r\n\n"):
    attempt(repr(data[:12]), b2a_qp, data)
    attempt("   header, tabs", b2a_qp, data, quotetabs=True, istext=False, header=True)
attempt("hex", b2a_hex, b"\x01\xab\xff", ":", 2)
attempt("hex", b2a_hex, b"\x01\xab\xff", b"-", -2)
attempt("hex separator", b2a_hex, b"ab", "--")
attempt("unhex", a2b_hex, "01AbfF")
attempt("unhex odd", a2b_hex, "012")
attempt("unhex bad", a2b_hex, "0g")
attempt("base64 strict", a2b_base64, b"ab=c", strict_mode=True)
attempt("base64 strict", a2b_base64, b"=abc", strict_mode=True)
attempt("base64 strict", a2b_base64, b"YQ==x", strict_mode=True)
attempt("base64 short", a2b_base64, b"a")
