"""The encodings that are always there, for `codecs`: Unicode's, escapes, transforms."""

import _codecs
import binascii
import codecs
from _codecs_stream import StreamReader, StreamWriter

# Users see these functions as those of CPython's module.
__name__ = '_codecs'

# What the engine does by itself, quicker than a handler of the language.
_PLAIN = {"strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace",
          "surrogateescape", "surrogatepass"}

# Names in `codecs` and the encodings that they are functions of.
FUNCTIONS = {}


def _check(function, text):
    if not isinstance(text, str):
        raise TypeError("%s() argument 1 must be str, not %s"
                        % (function, type(text).__name__))


def _encode(name, text, errors):
    if errors is None or errors in _PLAIN:
        return text.encode(name, errors or "strict")
    return _codecs.encode(name, text, lambda error: codecs.lookup_error(errors)(error))


def _decode(name, data, errors, final=True):
    errors = errors or "strict"
    if final and errors in _PLAIN:
        data = bytes(data)
        return data.decode(name, errors), len(data)
    return _codecs.decode(name, data, lambda error: codecs.lookup_error(errors)(error),
                          final)


def _functions(name, short):
    """The two functions of an encoding, under CPython's names."""

    def encode(text, errors="strict", /):
        _check(short + "_encode", text)
        return _encode(name, text, errors), len(text)

    def decode(data, errors="strict", final=False, /):
        return _decode(name, data, errors, final)

    encode.__name__ = encode.__qualname__ = short + "_encode"
    decode.__name__ = decode.__qualname__ = short + "_decode"
    FUNCTIONS[encode.__name__] = encode
    FUNCTIONS[decode.__name__] = decode
    return encode, decode


def _info(name, encode, decode, encoder, decoder, text=True):
    """A CodecInfo with streams, made of functions and incremental classes."""

    class Writer(StreamWriter):
        def encode(self, input, errors="strict"):
            return encode(input, errors)

    class Reader(StreamReader):
        def decode(self, input, errors="strict"):
            return decode(input, errors, False)

    Writer.__name__ = Writer.__qualname__ = "StreamWriter"
    Reader.__name__ = Reader.__qualname__ = "StreamReader"

    def decode_all(input, errors="strict"):
        return decode(input, errors, True)

    return codecs.CodecInfo(encode, decode_all, Reader, Writer, encoder, decoder, name,
                            _is_text_encoding=None if text else False)


def _simple(name, short):
    """An encoding without a mark."""
    encode, decode = _functions(name, short)

    class IncrementalEncoder(codecs.IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input, self.errors)[0]

    class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
        def _buffer_decode(self, input, errors, final):
            return decode(input, errors, final)

    return _info(name, encode, decode, IncrementalEncoder, IncrementalDecoder)


def _marked(name, short, size):
    """UTF-16 or UTF-32 with a byte order mark."""
    encode, decode = _functions(name, short)
    little, big = name + "-le", name + "-be"
    mark = "\ufeff".encode(big)

    class IncrementalEncoder(codecs.IncrementalEncoder):
        def __init__(self, errors="strict"):
            codecs.IncrementalEncoder.__init__(self, errors)
            self._started = False

        def encode(self, input, final=False):
            if self._started:
                return _encode(little, input, self.errors)
            self._started = True
            return encode(input, self.errors)[0]

        def reset(self):
            self._started = False

        def getstate(self):
            return 0 if self._started else 2

        def setstate(self, state):
            self._started = state == 0

    def order(data):
        """The encoding that a mark tells, None where too little has come."""
        if len(data) < size:
            return None
        if data[:size] == mark:
            return big
        if data[:size] == mark[::-1]:
            return little
        raise UnicodeError(name.upper() + " stream does not start with BOM")

    class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
        def __init__(self, errors="strict"):
            codecs.BufferedIncrementalDecoder.__init__(self, errors)
            self._order = None

        def _buffer_decode(self, input, errors, final):
            if self._order is not None:
                return _decode(self._order, input, errors, final)
            self._order = order(input)
            if self._order is None and not final:
                return "", 0
            return decode(input, errors, final)

        def reset(self):
            codecs.BufferedIncrementalDecoder.reset(self)
            self._order = None

        def getstate(self):
            state = 2 if self._order is None else int(self._order == big)
            return self.buffer, state

        def setstate(self, state):
            self.buffer, flag = state
            self._order = None if flag == 2 else big if flag else little

    info = _info(name, encode, decode, IncrementalEncoder, IncrementalDecoder)

    class Writer(StreamWriter):
        _started = False

        def encode(self, input, errors="strict"):
            if self._started:
                return _encode(little, input, errors), len(input)
            self._started = True
            return encode(input, errors)

        def reset(self):
            StreamWriter.reset(self)
            self._started = False

    class Reader(StreamReader):
        _order = None

        def decode(self, input, errors="strict"):
            if self._order is None:
                self._order = order(input)
                if self._order is None:
                    return "", 0
                return decode(input, errors, False)
            return _decode(self._order, input, errors, False)

        def reset(self):
            StreamReader.reset(self)
            self._order = None

    Writer.__name__, Reader.__name__ = "StreamWriter", "StreamReader"
    return codecs.CodecInfo(info.encode, info.decode, Reader, Writer,
                            IncrementalEncoder, IncrementalDecoder, name)


def _signed():
    """UTF-8 with a mark at the beginning, which is passed over where there is one."""
    mark = codecs.BOM_UTF8

    def encode(text, errors="strict"):
        return mark + _encode("utf-8", text, errors), len(text)

    def decode(data, errors="strict", final=True):
        data = bytes(data)
        skipped = 3 if data[:3] == mark else 0
        if not final and len(data) < 3 and mark.startswith(data):
            return "", 0
        text, consumed = _decode("utf-8", data[skipped:], errors, final)
        return text, consumed + skipped

    class IncrementalEncoder(codecs.IncrementalEncoder):
        def __init__(self, errors="strict"):
            codecs.IncrementalEncoder.__init__(self, errors)
            self.first = 1

        def encode(self, input, final=False):
            if self.first:
                self.first = 0
                return encode(input, self.errors)[0]
            return _encode("utf-8", input, self.errors)

        def reset(self):
            self.first = 1

        def getstate(self):
            return self.first

        def setstate(self, state):
            self.first = state

    class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
        def __init__(self, errors="strict"):
            codecs.BufferedIncrementalDecoder.__init__(self, errors)
            self.first = 1

        def _buffer_decode(self, input, errors, final):
            if not self.first:
                return _decode("utf-8", input, errors, final)
            if not final and len(input) < 3 and mark.startswith(input):
                return "", 0
            self.first = 0
            return decode(input, errors, final)

        def reset(self):
            codecs.BufferedIncrementalDecoder.reset(self)
            self.first = 1

        def getstate(self):
            return self.buffer, self.first

        def setstate(self, state):
            self.buffer, self.first = state

    info = _info("utf-8-sig", encode, decode, IncrementalEncoder, IncrementalDecoder)

    class Writer(StreamWriter):
        _started = False

        def encode(self, input, errors="strict"):
            if self._started:
                return _encode("utf-8", input, errors), len(input)
            self._started = True
            return encode(input, errors)

        def reset(self):
            StreamWriter.reset(self)
            self._started = False

    class Reader(StreamReader):
        _started = False

        def decode(self, input, errors="strict"):
            if self._started:
                return _decode("utf-8", input, errors, False)
            text, consumed = decode(input, errors, False)
            self._started = consumed > 0
            return text, consumed

        def reset(self):
            StreamReader.reset(self)
            self._started = False

    Writer.__name__, Reader.__name__ = "StreamWriter", "StreamReader"
    return codecs.CodecInfo(info.encode, info.decode, Reader, Writer,
                            IncrementalEncoder, IncrementalDecoder, "utf-8-sig")


def _whole(name, encode, decode, text=False):
    """An encoding whose pieces stand for themselves."""

    class IncrementalEncoder(codecs.IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input, self.errors)[0]

    class IncrementalDecoder(codecs.IncrementalDecoder):
        def decode(self, input, final=False):
            return decode(input, self.errors)[0]

    return _info(name, encode, lambda input, errors="strict", final=True:
                 decode(input, errors), IncrementalEncoder, IncrementalDecoder, text)


# Escapes.

_SHORT = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_LONG = {ord(key): value for key, value in
         {"\\": "\\", "'": "'", '"': '"', "a": "\a", "b": "\b", "f": "\f", "n": "\n",
          "r": "\r", "t": "\t", "v": "\v", "\n": ""}.items()}


def unicode_escape_encode(text, errors="strict", /):
    """Text in the form of a literal, ASCII only."""
    _check("unicode_escape_encode", text)
    parts = []
    for c in text:
        if c in _SHORT:
            parts.append(_SHORT[c])
        elif " " <= c <= "~":
            parts.append(c)
        else:
            code = ord(c)
            parts.append("\\x%02x" % code if code < 256 else "\\u%04x" % code
                         if code < 65536 else "\\U%08x" % code)
    return "".join(parts).encode("ascii"), len(text)


def raw_unicode_escape_encode(text, errors="strict", /):
    r"""Text as Latin-1, with \uNNNN and \UNNNNNNNN for the rest."""
    _check("raw_unicode_escape_encode", text)
    parts = [c if c < "\u0100" else "\\u%04x" % ord(c) if c < "\U00010000"
             else "\\U%08x" % ord(c) for c in text]
    return "".join(parts).encode("latin-1"), len(text)


def _wrong(name, data, start, end, reason, errors, parts):
    """Hands an error to its handler; where to go on."""
    error = UnicodeDecodeError(name, data, start, end, reason)
    part, at = codecs.lookup_error(errors)(error)
    parts.append(part)
    return at + len(data) if at < 0 else at


def _hex_escape(name, data, at, count, errors, parts):
    r"""\x, \u or \U with so many digits, from `at` on."""
    end = at + 2
    while end < len(data) and end < at + 2 + count and data[end] in b"0123456789abcdefABCDEF":
        end += 1
    letter = {2: "\\xXX", 4: "\\uXXXX", 8: "\\UXXXXXXXX"}[count]
    if end < at + 2 + count:
        return _wrong(name, data, at, end, "truncated %s escape" % letter, errors, parts)
    code = int(data[at + 2:end], 16)
    if code > 0x10FFFF:
        reason = "illegal Unicode character"
        if name == "rawunicodeescape":
            reason = "\\Uxxxxxxxx out of range"
        return _wrong(name, data, at, end, reason, errors, parts)
    parts.append(chr(code))
    return end


def _as_bytes(data):
    return data.encode("utf-8") if isinstance(data, str) else bytes(data)


def unicode_escape_decode(data, errors="strict", final=True, /):
    """The text that a literal of ASCII or Latin-1 stands for."""
    data = _as_bytes(data)
    errors = errors or "strict"
    name = "unicodeescape"
    parts = []
    at, size = 0, len(data)
    while at < size:
        next = data.find(b"\\", at)
        if next < 0:
            parts.append(data[at:].decode("latin-1"))
            at = size
            break
        parts.append(data[at:next].decode("latin-1"))
        at = next
        if at + 1 >= size:
            if not final:
                break
            at = _wrong(name, data, at, size, "\\ at end of string", errors, parts)
            continue
        letter = data[at + 1]
        if letter in _LONG:
            parts.append(_LONG[letter])
            at += 2
        elif 48 <= letter <= 55:
            end = at + 1
            while end < size and end < at + 4 and 48 <= data[end] <= 55:
                end += 1
            parts.append(chr(int(data[at + 1:end], 8)))
            at = end
        elif letter in b"xuU":
            count = {120: 2, 117: 4, 85: 8}[letter]
            if not final and size < at + 2 + count:
                break
            at = _hex_escape(name, data, at, count, errors, parts)
        elif letter == 78:
            end = data.find(b"}", at)
            if data[at + 2:at + 3] != b"{" or end < at + 4:
                stop = end + 1 if end > 0 and data[at + 2:at + 3] == b"{" else at + 2
                at = _wrong(name, data, at, stop, "malformed \\N character escape",
                            errors, parts)
                continue
            from unicodedata import lookup
            try:
                parts.append(lookup(data[at + 3:end].decode("latin-1")))
                at = end + 1
            except KeyError:
                at = _wrong(name, data, at, end + 1, "unknown Unicode character name",
                            errors, parts)
        else:
            parts.append("\\" + chr(letter))
            at += 2
    return "".join(parts), at


def raw_unicode_escape_decode(data, errors="strict", final=True, /):
    r"""Latin-1 with \uNNNN and \UNNNNNNNN."""
    data = _as_bytes(data)
    errors = errors or "strict"
    parts = []
    at, size = 0, len(data)
    while at < size:
        next = data.find(b"\\", at)
        if next < 0:
            next = size
        parts.append(data[at:next].decode("latin-1"))
        at = next
        if at >= size:
            break
        letter = data[at + 1:at + 2]
        if not letter and not final:
            break
        if letter in (b"u", b"U"):
            count = 4 if letter == b"u" else 8
            if not final and size < at + 2 + count:
                break
            at = _hex_escape("rawunicodeescape", data, at, count, errors, parts)
        else:
            parts.append("\\" + letter.decode("latin-1"))
            at += 1 + len(letter)
    return "".join(parts), at


FUNCTIONS.update({function.__name__: function for function in (
    unicode_escape_encode, unicode_escape_decode,
    raw_unicode_escape_encode, raw_unicode_escape_decode)})


def _escapes(name, encode, decode):
    """An encoding of escapes, whose pieces may end within one."""

    class IncrementalEncoder(codecs.IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input, self.errors)[0]

    class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
        def _buffer_decode(self, input, errors, final):
            return decode(input, errors, final)

    return _info(name, encode, decode, IncrementalEncoder, IncrementalDecoder)


def _seven():
    from _codecs_charmap import utf_7_decode, utf_7_encode

    def decode(input, errors="strict", final=True, /):
        return utf_7_decode(input, errors, final)

    return _escapes("utf-7", utf_7_encode, decode)


# Transforms: bytes to bytes, text to text.

def _strict(errors):
    assert errors == "strict"


def _transform(name, encode, decode):
    def encode_all(input, errors="strict"):
        _strict(errors)
        return encode(input), len(input)

    def decode_all(input, errors="strict"):
        _strict(errors)
        return decode(input), len(input)

    return _whole(name, encode_all, decode_all)


def _base64_encode(data):
    from base64 import encodebytes
    return encodebytes(data)


def _rot13(text):
    return str.translate(text, _ROT13)


def _uu_encode(data):
    parts = [b"begin 666 <data>\n"]
    for at in range(0, len(data), 45):
        parts.append(binascii.b2a_uu(data[at:at + 45]))
    return b"".join(parts) + b" \nend\n"


def _uu_decode(data):
    lines = bytes(data).splitlines(keepends=True)
    while lines and not lines[0].startswith(b"begin"):
        del lines[0]
    if not lines:
        raise ValueError('Missing "begin" line in input data')
    parts = []
    for line in lines[1:]:
        if line == b"end\n":
            return b"".join(parts)
        parts.append(binascii.a2b_uu(line))
    raise ValueError("Truncated input data")


_ROT13 = {}
for _start in (65, 97):
    for _at in range(26):
        _ROT13[_start + _at] = _start + (_at + 13) % 26


_MAKERS = {
    "utf-8": lambda: _simple("utf-8", "utf_8"),
    "utf-8-sig": _signed,
    "ascii": lambda: _simple("ascii", "ascii"),
    "iso8859-1": lambda: _simple("iso8859-1", "latin_1"),
    "utf-16": lambda: _marked("utf-16", "utf_16", 2),
    "utf-16-le": lambda: _simple("utf-16-le", "utf_16_le"),
    "utf-16-be": lambda: _simple("utf-16-be", "utf_16_be"),
    "utf-32": lambda: _marked("utf-32", "utf_32", 4),
    "utf-32-le": lambda: _simple("utf-32-le", "utf_32_le"),
    "utf-32-be": lambda: _simple("utf-32-be", "utf_32_be"),
    "unicode-escape": lambda: _escapes("unicode-escape", unicode_escape_encode,
                                       unicode_escape_decode),
    "raw-unicode-escape": lambda: _escapes("raw-unicode-escape", raw_unicode_escape_encode,
                                           raw_unicode_escape_decode),
    "utf-7": lambda: _seven(),
    "hex": lambda: _transform("hex", binascii.b2a_hex, binascii.a2b_hex),
    "base64": lambda: _transform("base64", _base64_encode, binascii.a2b_base64),
    "quopri": lambda: _transform("quopri", lambda data: binascii.b2a_qp(data, True),
                                 binascii.a2b_qp),
    "uu": lambda: _transform("uu", _uu_encode, _uu_decode),
    "rot13": lambda: _transform("rot-13", _rot13, _rot13),
}
_ALIASES = {
    "utf_7": "utf-7", "utf7": "utf-7", "u7": "utf-7", "unicode_1_1_utf_7": "utf-7",
    "unicode_escape": "unicode-escape", "raw_unicode_escape": "raw-unicode-escape",
    "hex": "hex", "hex_codec": "hex", "base64": "base64", "base_64": "base64",
    "base64_codec": "base64", "quopri": "quopri", "quoted_printable": "quopri",
    "quotedprintable": "quopri", "quopri_codec": "quopri", "uu": "uu", "uu_codec": "uu",
    "rot13": "rot13", "rot_13": "rot13",
}
_made = {}


def find(name):
    """The CodecInfo of an encoding that is always there, None for others."""
    key = _codecs.builtin(name) or _ALIASES.get(name)
    if key is None:
        return None
    if key not in _made:
        _made[key] = _MAKERS[key]()
    return _made[key]


# The functions are there from the beginning.
for _name in ("utf-8", "ascii", "iso8859-1", "utf-16", "utf-16-le", "utf-16-be",
              "utf-32", "utf-32-le", "utf-32-be"):
    _made[_name] = _MAKERS[_name]()
