"""Encodings by tables, escapes of bytes and UTF-7: what `codecs` has beside Unicode's encodings."""

import codecs
from _codecs_text import FUNCTIONS, _wrong

_UNDEFINED = "character maps to <undefined>"


def _text(function, value):
    if not isinstance(value, str):
        raise TypeError("%s() argument 1 must be str, not %s" % (function, type(value).__name__))


def _data(value, text=False):
    if text and isinstance(value, str):
        return value.encode("utf-8")
    try:
        return bytes(memoryview(value))
    except TypeError:
        raise TypeError("a bytes-like object is required, not '%s'"
                        % type(value).__name__) from None


def charmap_build(map, /):
    """The table that encodes what a string of characters decodes."""
    if not isinstance(map, str):
        raise TypeError("charmap_build() argument must be str, not " + type(map).__name__)
    table = {}
    for code, character in enumerate(map[:256]):
        if character != "\ufffe":
            table[ord(character)] = code
    return table


def _decoded(mapping, byte):
    """What a byte stands for, or None."""
    try:
        found = mapping[byte]
    except LookupError:
        return None
    if found is None or found == "\ufffe" or found == 0xFFFE:
        return None
    if isinstance(found, int):
        if not 0 <= found < 0x110000:
            raise TypeError("character mapping must be in range(0x110000)")
        return chr(found)
    if not isinstance(found, str):
        raise TypeError("character mapping must return integer, None or str")
    return found


def charmap_decode(data, errors="strict", mapping=None, /):
    """The text of bytes by a table; without one, by Latin-1."""
    data = _data(data)
    if mapping is None:
        return data.decode("latin-1"), len(data)
    parts = []
    at = 0
    while at < len(data):
        found = _decoded(mapping, data[at])
        if found is None:
            at = _wrong("charmap", data, at, at + 1, _UNDEFINED, errors or "strict", parts)
        else:
            parts.append(found)
            at += 1
    return "".join(parts), len(data)


def _encoded(mapping, character):
    """The bytes that stand for a character, or None."""
    try:
        found = mapping[ord(character)]
    except LookupError:
        return None
    if isinstance(found, int):
        if not 0 <= found < 256:
            raise TypeError("character mapping must be in range(256)")
        return bytes((found,))
    if found is not None and not isinstance(found, bytes):
        raise TypeError("character mapping must return integer, bytes or None, not "
                        + type(found).__name__)
    return found


def charmap_encode(str, errors="strict", mapping=None, /):
    """The bytes of a text by a table; without one, by Latin-1."""
    _text("charmap_encode", str)
    if mapping is None:
        return str.encode("latin-1", errors or "strict"), len(str)
    parts = []
    at = 0
    while at < len(str):
        found = _encoded(mapping, str[at])
        if found is not None:
            parts.append(found)
            at += 1
            continue
        end = at + 1
        while end < len(str) and _encoded(mapping, str[end]) is None:
            end += 1
        error = UnicodeEncodeError("charmap", str, at, end, _UNDEFINED)
        part, at = codecs.lookup_error(errors or "strict")(error)
        if at < 0:
            at += len(str)
        if isinstance(part, bytes):
            parts.append(part)
            continue
        for character in part:
            found = _encoded(mapping, character)
            if found is None:
                raise error
            parts.append(found)
    return b"".join(parts), len(str)


_LETTERS = {
    92: b"\\", 39: b"'", 34: b'"', 98: b"\b", 102: b"\f", 116: b"\t", 110: b"\n", 114: b"\r",
    118: b"\v", 97: b"\a", 10: b"",
}


def _is_hex(data):
    return len(data) == 2 and all([byte in b"0123456789abcdefABCDEF" for byte in data])


def escape_decode(data, errors="strict", /):
    """The bytes that a literal of bytes stands for."""
    data = _data(data, True)
    parts = []
    at = 0
    while at < len(data):
        next = data.find(b"\\", at)
        if next < 0:
            next = len(data)
        parts.append(data[at:next])
        at = next
        if at == len(data):
            break
        if at + 1 == len(data):
            raise ValueError("Trailing \\ in string")
        letter = data[at + 1]
        if letter in _LETTERS:
            parts.append(_LETTERS[letter])
            at += 2
        elif 48 <= letter <= 55:
            end = at + 1
            while end < len(data) and end < at + 4 and 48 <= data[end] <= 55:
                end += 1
            parts.append(bytes((int(data[at + 1:end], 8) & 255,)))
            at = end
        elif letter == 120:
            if _is_hex(data[at + 2:at + 4]):
                parts.append(bytes((int(data[at + 2:at + 4], 16),)))
                at += 4
                continue
            if errors in (None, "strict"):
                raise ValueError("invalid \\x escape at position %d" % at)
            if errors == "replace":
                parts.append(b"?")
            elif errors != "ignore":
                raise ValueError("decoding error; unknown error handling code: %s" % errors)
            at += 2
            if at < len(data) and data[at] in b"0123456789abcdefABCDEF":
                at += 1
        else:
            parts.append(data[at:at + 2])
            at += 2
    return b"".join(parts), len(data)


def escape_encode(data, errors="strict", /):
    """Bytes as they are written in a literal, without its quotes."""
    if not isinstance(data, bytes):
        raise TypeError("escape_encode() argument 1 must be bytes, not " + type(data).__name__)
    parts = []
    for byte in data:
        if byte in b"\\'":
            parts.append("\\" + chr(byte))
        elif byte in b"\t\n\r":
            parts.append({9: "\\t", 10: "\\n", 13: "\\r"}[byte])
        elif 32 <= byte < 127:
            parts.append(chr(byte))
        else:
            parts.append("\\x%02x" % byte)
    return "".join(parts).encode("ascii"), len(data)


def readbuffer_encode(data, errors="strict", /):
    """The bytes of an object."""
    data = _data(data, True)
    return data, len(data)


def _ordered(name, size):
    """Decoding UTF-16 or UTF-32 that tells in which order the bytes were."""
    little, big = name + "-le", name + "-be"

    def decode(data, errors="strict", byteorder=0, final=False, /):
        data = _data(data)
        start = 0
        if byteorder == 0 and len(data) >= size:
            mark = data[:size]
            if mark == "\ufeff".encode(little):
                byteorder, start = -1, size
            elif mark == "\ufeff".encode(big):
                byteorder, start = 1, size
        short = (big if byteorder > 0 else little).replace("-", "_")
        text, used = FUNCTIONS[short + "_decode"](data[start:], errors, final)
        return text, used + start, byteorder

    decode.__name__ = decode.__qualname__ = name.replace("-", "_") + "_ex_decode"
    return decode


utf_16_ex_decode = _ordered("utf-16", 2)
utf_32_ex_decode = _ordered("utf-32", 4)

_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {ord(letter): value for value, letter in enumerate(_BASE64)}
_DIRECT = set(_BASE64[:-2] + "/'(),-.:? \t\n\r!\"#$%&*;<=>@[]^_`{|}")


def utf_7_encode(str, errors="strict", /):
    """A text in UTF-7."""
    _text("utf_7_encode", str)
    out = []
    shifted = False
    bits = rest = 0
    for character in str:
        if character in _DIRECT:
            if shifted:
                if bits:
                    out.append(_BASE64[rest << (6 - bits)])
                bits = rest = 0
                shifted = False
                if character in _BASE64 or character == "-":
                    out.append("-")
            out.append(character)
            continue
        if not shifted:
            if character == "+":
                out.append("+-")
                continue
            out.append("+")
            shifted = True
        code = ord(character)
        if code >= 0x10000:
            code -= 0x10000
            rest = rest << 32 | (0xD800 | code >> 10) << 16 | 0xDC00 | code & 0x3FF
            bits += 32
        else:
            rest = rest << 16 | code
            bits += 16
        while bits >= 6:
            bits -= 6
            out.append(_BASE64[rest >> bits])
            rest &= (1 << bits) - 1
    if bits:
        out.append(_BASE64[rest << (6 - bits)])
    if shifted:
        out.append("-")
    return "".join(out).encode("ascii"), len(str)


def utf_7_decode(data, errors="strict", final=False, /):
    """The text of bytes in UTF-7."""
    data = _data(data)
    errors = errors or "strict"
    parts = []
    at = start = began = 0
    shifted = False
    bits = rest = high = 0
    while True:
        if at >= len(data):
            if not shifted or not final:
                break
            shifted = False
            if not (high or bits >= 6 or bits and rest):
                break
            at = _wrong("utf7", data, start, len(data), "unterminated shift sequence", errors,
                        parts)
            continue
        byte = data[at]
        reason = None
        if shifted:
            if byte in _VALUES:
                at += 1
                rest = rest << 6 | _VALUES[byte]
                bits += 6
                if bits < 16:
                    continue
                bits -= 16
                code = rest >> bits
                rest &= (1 << bits) - 1
                if high:
                    joined = 0xDC00 <= code < 0xE000
                    parts.append(chr(0x10000 + (high - 0xD800 << 10) + code - 0xDC00)
                                 if joined else chr(high))
                    high = 0
                    if joined:
                        continue
                if 0xD800 <= code < 0xDC00:
                    high = code
                else:
                    parts.append(chr(code))
                continue
            shifted = False
            if bits >= 6:
                reason = "partial character in shift sequence"
            elif bits and rest:
                reason = "non-zero padding bits in shift sequence"
            else:
                if high and byte < 128 and byte != 43:
                    parts.append(chr(high))
                high = 0
                if byte == 45:
                    at += 1
                continue
            at += 1
        elif byte == 43:
            start = at
            at += 1
            if data[at:at + 1] == b"-":
                at += 1
                parts.append("+")
            elif at < len(data) and data[at] not in _VALUES:
                at += 1
                reason = "ill-formed sequence"
            else:
                shifted = True
                bits = rest = high = 0
                began = len(parts)
        elif byte < 128:
            at += 1
            parts.append(chr(byte))
        else:
            start = at
            at += 1
            reason = "unexpected special character"
        if reason is not None:
            at = _wrong("utf7", data, start, at, reason, errors, parts)
    if shifted:
        return "".join(parts[:began]), start
    return "".join(parts), at


FUNCTIONS.update({function.__name__: function for function in (
    charmap_build, charmap_decode, charmap_encode, escape_decode, escape_encode,
    readbuffer_encode, utf_16_ex_decode, utf_32_ex_decode, utf_7_encode, utf_7_decode)})
