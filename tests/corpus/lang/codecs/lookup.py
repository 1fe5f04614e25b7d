# Encodings by name, and what belongs to them.
import codecs


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


for name in ("utf-8", "UTF8", "utf_8", "U8", "latin-1", "iso-8859-1", "L1", "ascii", "us-ascii", "utf-16",
             "utf-16le", "UTF-16BE", "utf-32", "utf_32_be", "utf-8-sig", "utf 8", "hex", "hex_codec", "base64",
             "rot13", "rot_13", "quopri", "uu", "unicode_escape", "raw-unicode-escape"):
    info = codecs.lookup(name)
    print(name, info.name, len(info), info[0] is info.encode, info._is_text_encoding)
show(codecs.lookup, "nothing")
show(codecs.lookup, "")
show(codecs.lookup, 5)
print(repr(codecs.lookup("utf-8")).split(" at ")[0])
print(codecs.getencoder("utf-8")("\xe9"), codecs.getdecoder("utf-8")(b"\xc3\xa9"))
for function in (codecs.getencoder, codecs.getdecoder, codecs.getreader, codecs.getwriter,
                 codecs.getincrementalencoder, codecs.getincrementaldecoder):
    show(function, "nothing")
print(codecs.BOM, codecs.BOM_LE, codecs.BOM_BE, codecs.BOM_UTF8, codecs.BOM_UTF16, codecs.BOM_UTF16_LE,
      codecs.BOM_UTF16_BE, codecs.BOM_UTF32, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM32_LE,
      codecs.BOM32_BE, codecs.BOM64_LE, codecs.BOM64_BE)


def search(name):
    if name == "my_codec":
        return codecs.CodecInfo(lambda s, e="strict": (s.upper().encode(), len(s)),
                                lambda b, e="strict": (bytes(b).decode().lower(), len(b)), name="my")
    if name == "bad":
        return 5
    if name == "odd":
        return codecs.CodecInfo(lambda s, e="strict": ("text", 1), lambda b, e="strict": (b"x", 1), name="odd")
    if name == "single":
        return codecs.CodecInfo(lambda s, e="strict": 5, lambda b, e="strict": 5, name="single")


codecs.register(search)
show("abc".encode, "My-Codec")
show(b"ABC".decode, "my codec")
show(codecs.lookup, "bad")
show("a".encode, "odd")
show(b"a".decode, "odd")
show(codecs.encode, "a", "odd")
show(codecs.encode, "a", "single")
show(codecs.decode, "a", "single")
show(codecs.getincrementalencoder, "my_codec")
show(codecs.getreader, "my_codec")
codecs.unregister(search)
show("abc".encode, "my_codec")
show(codecs.register, 5)
show(codecs.unregister, 5)
show("abc".encode, "rot13")
show(b"abc".decode, "hex")
print(codecs.make_identity_dict(range(3)), codecs.make_encoding_map({1: 2, 3: 2, 4: 5}))
print(sorted(codecs.__all__))
