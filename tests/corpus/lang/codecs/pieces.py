# Incremental encoders and decoders, iterators, functions.
import codecs


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


for encoding in ("utf-8", "utf-16", "utf-32-le", "utf-8-sig", "ascii", "unicode_escape", "rot13"):
    encoder = codecs.getincrementalencoder(encoding)()
    print(encoding, encoder.encode("ab"), encoder.encode("c", True), encoder.getstate(), encoder.errors)
    encoder.reset()
    print(encoder.encode("x"), encoder.getstate())
decoder = codecs.getincrementaldecoder("utf-8")()
print(decoder.decode(b"a\xe2\x82"), decoder.getstate())
state = decoder.getstate()
print(decoder.decode(b"\xac"), decoder.getstate())
decoder.setstate(state)
print(decoder.decode(b"\xac!"))
decoder.decode(b"\xe2")
show(decoder.decode, b"", True)
decoder.reset()
print(decoder.decode(b"ok", final=True))
decoder = codecs.getincrementaldecoder("utf-16")()
print(decoder.decode(b"\xfe"), decoder.decode(b"\xff\0"), decoder.decode(b"a"), decoder.getstate())
show(codecs.getincrementaldecoder("utf-16")().decode, b"abcd")
show(codecs.getincrementalencoder("ascii")("replace").encode, "\xe9")
show(codecs.getincrementalencoder("ascii")().encode, "\xe9")
print(list(codecs.iterencode(["a", "\u20ac", "", "b"], "utf-16")))
print(list(codecs.iterdecode([b"\xff", b"\xfea", b"\0\xac", b"\x20"], "utf-16")))
show(lambda: list(codecs.iterencode(["\xe9"], "ascii")))
show(lambda: list(codecs.iterdecode([b"\xe2"], "utf-8")))
show(lambda: list(codecs.iterdecode([b"x"], "nothing")))
print(codecs.utf_8_encode("\xe9"), codecs.utf_8_decode(b"a\xc3"), codecs.latin_1_decode(b"\xe9"))
print(codecs.utf_16_le_decode(b"a\0b"), codecs.utf_16_encode("a"), codecs.ascii_encode("a", "ignore"))
print(codecs.unicode_escape_encode("\n\xe9\u20ac"), codecs.raw_unicode_escape_encode("\n\xe9\u20ac"))
show(codecs.utf_8_decode, b"\xc3", None, True)
show(codecs.utf_8_encode, 5)
show(codecs.Codec().encode, "x")
show(codecs.Codec().decode, b"x")
show(codecs.IncrementalEncoder().encode, "x")
show(codecs.IncrementalDecoder().decode, b"x")
show(codecs.BufferedIncrementalEncoder().encode, "x")
show(codecs.BufferedIncrementalDecoder().decode, b"x")
print(codecs.IncrementalDecoder().getstate(), codecs.IncrementalEncoder().getstate())
