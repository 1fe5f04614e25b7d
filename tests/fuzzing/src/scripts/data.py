# A byte that chooses, then what a module is to read.
import base64
import binascii
import codecs
import json
import math
import struct
import unicodedata


def of_json(data, text):
    for source in (data, text):
        try:
            value = json.loads(source)
        except (ValueError, RecursionError):
            continue
        again = json.loads(json.dumps(value))
        assert again == value or value != value or "NaN" in text, text


def numbers(data, text):
    for function in (int, float, complex):
        for source in (text, data):
            try:
                value = function(source)
            except (ValueError, TypeError, OverflowError):
                continue
            if function is not complex and not (isinstance(value, float) and math.isnan(value)):
                assert function(repr(value)) == value
    for base in (0, 2, 8, 16, 36):
        try:
            int(text, base)
        except ValueError:
            pass
    try:
        float.fromhex(text)
    except (ValueError, OverflowError):
        pass


def layouts(data, text):
    form, _, rest = data.partition(b"\0")
    try:
        size = struct.calcsize(form)
    except struct.error:
        return
    if size > 4096:
        return
    try:
        values = struct.unpack(form, (rest + bytes(size))[:size])
    except SystemError:
        # CPython's answer to "0p", too.
        return
    struct.pack(form, *values)
    list(struct.iter_unpack(form, bytes(size * 2))) if size else None
    try:
        struct.pack(form, *(value for value in rest))
    except struct.error:
        pass


CODECS = ["utf-8", "utf-16", "utf-16-le", "utf-32", "utf-7", "latin-1", "ascii",
          "unicode_escape", "raw_unicode_escape"]
HANDLERS = ["strict", "replace", "ignore", "backslashreplace", "surrogateescape", "surrogatepass"]


def encodings(data, text):
    for name in CODECS:
        for errors in HANDLERS:
            try:
                value = data.decode(name, errors)
            except (UnicodeError, LookupError):
                continue
            for back in ("xmlcharrefreplace", "namereplace", errors):
                try:
                    value.encode(name, back)
                except (UnicodeError, LookupError, TypeError):
                    pass
    try:
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        half = len(data) // 2
        whole = decoder.decode(data[:half]) + decoder.decode(data[half:], True)
        assert whole == data.decode("utf-8", "replace")
    except LookupError:
        pass


def texts(data, text):
    for function in (
        binascii.unhexlify, binascii.a2b_base64, base64.b64decode, base64.b32decode,
        base64.b85decode, base64.a85decode, base64.b16decode, base64.urlsafe_b64decode,
        bytes.fromhex, binascii.a2b_qp, binascii.a2b_uu,
    ):
        for source in (data, text):
            try:
                function(source)
            except (ValueError, TypeError):
                pass
    assert base64.b85decode(base64.b85encode(data)) == data
    assert binascii.a2b_base64(binascii.b2a_base64(data)) == data
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        once = unicodedata.normalize(form, text)
        assert unicodedata.normalize(form, once) == once
    try:
        unicodedata.lookup(text)
    except KeyError:
        pass
    text.title(), text.swapcase(), text.casefold(), text.split(), text.splitlines()
    text.expandtabs(), text.isidentifier(), text.isprintable(), repr(text), ascii(text)


PARTS = [of_json, numbers, layouts, encodings, texts]


def run(data):
    kind = data[0] if data else 0
    PARTS[kind % len(PARTS)](data[1:], data[1:].decode("utf-8", "surrogateescape"))
    return True
