"""iterencode, iterdecode and incremental codecs over pieces that split characters."""
import codecs

TEXT = "aé€\U0001f600\nß"


def attempt(what, function):
    try:
        print(what, "->", repr(function()))
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


for encoding in ("utf-8", "utf-16", "utf-16-be", "utf-32-le", "utf-8-sig", "utf-32"):
    data = b"".join(codecs.iterencode(TEXT, encoding))
    pieces = [data[i:i + 3] for i in range(0, len(data), 3)]
    decoded = list(codecs.iterdecode(pieces, encoding))
    print(encoding, data == TEXT.encode(encoding), "".join(decoded) == TEXT, decoded)
print(list(codecs.iterencode(["ab", "", "é"], "utf-16")), list(codecs.iterencode([], "utf-16")))
print(list(codecs.iterencode(["é", "a"], "ascii", "replace")), list(codecs.iterdecode([b"\xff", b"a"], "ascii", errors="backslashreplace")))
attempt("iterencode", lambda: list(codecs.iterencode(["a", "é"], "ascii")))
attempt("iterdecode", lambda: list(codecs.iterdecode([b"a", b"\xc3"], "utf-8")))
attempt("iterdecode of text", lambda: list(codecs.iterdecode(["a"], "utf-8")))
attempt("iterencode unknown", lambda: list(codecs.iterencode(["a"], "nowhere")))

decoder = codecs.getincrementaldecoder("utf-8")()
for byte in "é€".encode("utf-8"):
    text = decoder.decode(bytes([byte]))
    print(repr(text), decoder.getstate())
decoder.decode(b"\xe2\x82")
attempt("final", lambda: decoder.decode(b"", True))
state = decoder.getstate()
decoder.reset()
print(state, decoder.getstate())
decoder.setstate((b"\xe2\x82", 0))
print(decoder.decode(b"\xac"))
replacing = codecs.getincrementaldecoder("utf-8")(errors="replace")
print([replacing.decode(piece, final) for piece, final in [(b"\xe2\x82", False), (b"a\xff", False), (b"\xf0\x9f", False), (b"", True)]])
encoder = codecs.getincrementalencoder("utf-16")()
print(encoder.encode("a"), encoder.getstate(), encoder.encode("b"))
encoder.reset()
print(encoder.encode("c", final=True))
strict = codecs.getincrementalencoder("latin-1")()
attempt("€", lambda: strict.encode("€"))
strict.errors = "ignore"
print(strict.encode("€é"), strict.errors)
attempt("getincrementaldecoder", lambda: codecs.getincrementaldecoder("rot13x"))
attempt("getincrementalencoder", lambda: codecs.getincrementalencoder(5))
