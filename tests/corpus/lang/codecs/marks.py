"""Byte order marks: what each codec writes, what it makes of the others' marks."""
import codecs


def attempt(what, function):
    try:
        print(what, "->", repr(function()))
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


MARKS = {
    "BOM": codecs.BOM, "BOM_LE": codecs.BOM_LE, "BOM_BE": codecs.BOM_BE, "BOM_UTF8": codecs.BOM_UTF8,
    "BOM_UTF16": codecs.BOM_UTF16, "BOM_UTF16_LE": codecs.BOM_UTF16_LE, "BOM_UTF16_BE": codecs.BOM_UTF16_BE,
    "BOM_UTF32": codecs.BOM_UTF32, "BOM_UTF32_LE": codecs.BOM_UTF32_LE, "BOM_UTF32_BE": codecs.BOM_UTF32_BE,
    "BOM32_LE": codecs.BOM32_LE, "BOM32_BE": codecs.BOM32_BE, "BOM64_LE": codecs.BOM64_LE, "BOM64_BE": codecs.BOM64_BE,
}
for name, mark in MARKS.items():
    print(f"{name:13} {mark!r}")
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")
for encoding in ENCODINGS:
    print(f"{encoding:10} {'aé'.encode(encoding)!r}")
print("read with each codec")
for name in ("BOM_UTF8", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32_LE", "BOM_UTF32_BE"):
    mark = MARKS[name]
    for encoding in ENCODINGS:
        attempt(f"{name} {encoding}", lambda: mark.decode(encoding))


def guess(data):
    """The encoding that a mark tells."""
    for name, mark in [("utf-32-le", codecs.BOM_UTF32_LE), ("utf-32-be", codecs.BOM_UTF32_BE),
                       ("utf-8-sig", codecs.BOM_UTF8), ("utf-16-le", codecs.BOM_UTF16_LE), ("utf-16-be", codecs.BOM_UTF16_BE)]:
        if data.startswith(mark):
            return name, data[len(mark):]
    return "utf-8", data


for encoding in ENCODINGS:
    name, rest = guess("text ü".encode(encoding))
    attempt(encoding, lambda: (name, rest.decode(name)))
print("\ufefftwice\ufeff".encode("utf-8-sig").decode("utf-8-sig").encode("ascii", "backslashreplace"))
print((codecs.BOM_UTF16_BE + "é".encode("utf-16-be")).decode("utf-16"))
decoder = codecs.getincrementaldecoder("utf-16")()
print([decoder.decode(bytes([byte])) for byte in codecs.BOM_UTF16_BE + "hi€".encode("utf-16-be")])
