"""Bytes as text of 16, 32, 64 or 85 letters, and back: RFC 3548 and Ascii85."""

import binascii

__all__ = [
    "encode", "decode", "encodebytes", "decodebytes",
    "b64encode", "b64decode", "b32encode", "b32decode",
    "b32hexencode", "b32hexdecode", "b16encode", "b16decode",
    "b85encode", "b85decode", "a85encode", "a85decode",
    "standard_b64encode", "standard_b64decode",
    "urlsafe_b64encode", "urlsafe_b64decode",
]

bytes_types = (bytes, bytearray)


def _to_bytes(data):
    """Data that are to be encoded, as bytes."""
    return data if isinstance(data, bytes_types) else memoryview(data).tobytes()


def _from_text(text):
    """What is to be decoded, as bytes; a str of ASCII characters will do."""
    if isinstance(text, str):
        try:
            return text.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters")
    if isinstance(text, bytes_types):
        return text
    try:
        return memoryview(text).tobytes()
    except TypeError:
        raise TypeError("argument should be a bytes-like object or ASCII "
                        "string, not %r" % text.__class__.__name__) from None


# Base 64.

def b64encode(s, altchars=None):
    """Encodes by base 64; altchars, two letters, stand for + and /."""
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is None:
        return encoded
    assert len(altchars) == 2, repr(altchars)
    return encoded.translate(bytes.maketrans(b"+/", altchars))


def b64decode(s, altchars=None, validate=False):
    """Decodes base 64. Other characters are passed over, or with validate errors."""
    s = _from_text(s)
    if altchars is not None:
        altchars = _from_text(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    """Encodes by base 64 with + and /."""
    return b64encode(s)


def standard_b64decode(s):
    """Decodes base 64 with + and /."""
    return b64decode(s)


_TO_URL = bytes.maketrans(b"+/", b"-_")
_FROM_URL = bytes.maketrans(b"-_", b"+/")


def urlsafe_b64encode(s):
    """Encodes by base 64 with - and _, which need no quoting in addresses."""
    return b64encode(s).translate(_TO_URL)


def urlsafe_b64decode(s):
    """Decodes base 64 with - and _."""
    return b64decode(_from_text(s).translate(_FROM_URL))


# Base 32: five bytes are eight letters.

_LETTERS32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_LETTERS32HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"
_pairs = {}
_values = {}


def _encode32(letters, s):
    if letters not in _pairs:
        # Ten bits at a time.
        _pairs[letters] = [bytes((a, b)) for a in letters for b in letters]
    pairs = _pairs[letters]
    s = _to_bytes(s)
    rest = len(s) % 5
    if rest:
        s = s + bytes(5 - rest)
    parts = []
    for at in range(0, len(s), 5):
        word = int.from_bytes(s[at:at + 5], "big")
        parts.append(pairs[word >> 30])
        parts.append(pairs[word >> 20 & 1023])
        parts.append(pairs[word >> 10 & 1023])
        parts.append(pairs[word & 1023])
    encoded = b"".join(parts)
    if rest:
        pads = (0, 6, 4, 3, 1)[rest]
        encoded = encoded[:-pads] + b"=" * pads
    return encoded


def _decode32(letters, s, casefold=False, map01=None):
    if letters not in _values:
        _values[letters] = {letter: value for value, letter in enumerate(letters)}
    values = _values[letters]
    s = _from_text(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        map01 = _from_text(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b"01", b"O" + map01))
    if casefold:
        s = s.upper()
    length = len(s)
    s = s.rstrip(b"=")
    pads = length - len(s)
    decoded = bytearray()
    word = 0
    for at in range(0, len(s), 8):
        word = 0
        try:
            for letter in s[at:at + 8]:
                word = (word << 5) + values[letter]
        except KeyError:
            raise binascii.Error("Non-base32 digit found") from None
        decoded += word.to_bytes(5, "big")
    if pads not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    if pads and decoded:
        last = (word << 5 * pads).to_bytes(5, "big")
        decoded[-5:] = last[:(43 - 5 * pads) // 8]
    return bytes(decoded)


def b32encode(s):
    """Encodes by base 32."""
    return _encode32(_LETTERS32, s)


def b32decode(s, casefold=False, map01=None):
    """Decodes base 32; casefold takes small letters, map01 says what 1 stands for."""
    return _decode32(_LETTERS32, s, casefold, map01)


def b32hexencode(s):
    """Encodes by base 32 with the digits first, which keeps the order."""
    return _encode32(_LETTERS32HEX, s)


def b32hexdecode(s, casefold=False):
    """Decodes base 32 with the digits first."""
    return _decode32(_LETTERS32HEX, s, casefold)


# Base 16.

def b16encode(s):
    """Encodes by base 16."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    """Decodes base 16; casefold takes small letters."""
    s = _from_text(s)
    if casefold:
        s = s.upper()
    if s.translate(None, b"0123456789ABCDEF"):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


# Base 85: four bytes are five letters.

_A85START = b"<~"
_A85END = b"~>"
_LETTERS85 = (b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
              b"abcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~")
_LETTERS_ASCII85 = bytes(range(33, 118))
_pairs85 = {}


def _encode85(letters, b, pad, zeros=False, spaces=False):
    if letters not in _pairs85:
        _pairs85[letters] = [bytes((x, y)) for x in letters for y in letters]
    pairs = _pairs85[letters]
    b = _to_bytes(b)
    missing = -len(b) % 4
    if missing:
        b = b + bytes(missing)
    parts = []
    for at in range(0, len(b), 4):
        word = int.from_bytes(b[at:at + 4], "big")
        if zeros and not word:
            parts.append(b"z")
        elif spaces and word == 0x20202020:
            parts.append(b"y")
        else:
            parts.append(pairs[word // 614125] + pairs[word // 85 % 7225]
                         + letters[word % 85:word % 85 + 1])
    if missing and not pad:
        if parts[-1] == b"z":
            parts[-1] = letters[:1] * 5
        parts[-1] = parts[-1][:-missing]
    return b"".join(parts)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """Encodes by Ascii85.

    foldspaces writes four spaces as y, wrapcol breaks lines, pad makes whole groups,
    adobe puts <~ and ~> around.
    """
    encoded = _encode85(_LETTERS_ASCII85, b, pad, True, foldspaces)
    if adobe:
        encoded = _A85START + encoded
    if wrapcol:
        width = max(2 if adobe else 1, wrapcol)
        lines = [encoded[at:at + width] for at in range(0, len(encoded), width)]
        if adobe and len(lines[-1]) + 2 > width:
            lines.append(b"")
        encoded = b"\n".join(lines)
    if adobe:
        encoded += _A85END
    return encoded


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    """Decodes Ascii85; ignorechars are passed over."""
    b = _from_text(b)
    if adobe:
        if not b.endswith(_A85END):
            raise ValueError("Ascii85 encoded byte sequences must end "
                             "with {!r}".format(_A85END))
        b = b[2:-2] if b.startswith(_A85START) else b[:-2]
    parts = []
    word = count = 0
    # What ends the last group has the highest value.
    for letter in b + b"uuuu":
        if 33 <= letter <= 117:
            word = word * 85 + letter - 33
            count += 1
            if count == 5:
                if word > 0xFFFFFFFF:
                    raise ValueError("Ascii85 overflow")
                parts.append(word.to_bytes(4, "big"))
                word = count = 0
        elif letter == 122:
            if count:
                raise ValueError("z inside Ascii85 5-tuple")
            parts.append(b"\0\0\0\0")
        elif foldspaces and letter == 121:
            if count:
                raise ValueError("y inside Ascii85 5-tuple")
            parts.append(b"    ")
        elif letter not in ignorechars:
            raise ValueError("Non-Ascii85 digit found: %c" % letter)
    decoded = b"".join(parts)
    missing = 4 - count
    if missing:
        decoded = decoded[:-missing]
    return decoded


def b85encode(b, pad=False):
    """Encodes by base 85 as git does; pad makes whole groups."""
    return _encode85(_LETTERS85, b, pad)


_values85 = None


def b85decode(b):
    """Decodes base 85 as git does."""
    global _values85
    if _values85 is None:
        _values85 = {letter: value for value, letter in enumerate(_LETTERS85)}
    b = _from_text(b)
    missing = -len(b) % 5
    b = b + b"~" * missing
    parts = []
    for at in range(0, len(b), 5):
        word = 0
        for place, letter in enumerate(b[at:at + 5], at):
            value = _values85.get(letter)
            if value is None:
                raise ValueError("bad base85 character at position %d" % place) from None
            word = word * 85 + value
        if word > 0xFFFFFFFF:
            raise ValueError("base85 overflow in hunk starting at byte %d" % at) from None
        parts.append(word.to_bytes(4, "big"))
    decoded = b"".join(parts)
    if missing:
        decoded = decoded[:-missing]
    return decoded


# Files and lines of MIME.

MAXLINESIZE = 76
MAXBINSIZE = MAXLINESIZE // 4 * 3


def encode(input, output):
    """Encodes a binary file into another one, by lines of base 64."""
    while data := input.read(MAXBINSIZE):
        while len(data) < MAXBINSIZE:
            more = input.read(MAXBINSIZE - len(data))
            if not more:
                break
            data += more
        output.write(binascii.b2a_base64(data))


def decode(input, output):
    """Decodes the lines of a binary file into another one."""
    while line := input.readline():
        output.write(binascii.a2b_base64(line))


def _check_bytes(s):
    """Raises TypeError for what does not consist of bytes."""
    try:
        view = memoryview(s)
    except TypeError as error:
        raise TypeError("expected bytes-like object, not %s" % s.__class__.__name__) from error
    if view.format not in ("c", "b", "B"):
        raise TypeError("expected single byte elements, not %r from %s"
                        % (view.format, s.__class__.__name__))
    if view.ndim != 1:
        raise TypeError("expected 1-D data, not %d-D data from %s"
                        % (view.ndim, s.__class__.__name__))


def encodebytes(s):
    """Encodes by lines of base 64."""
    _check_bytes(s)
    return b"".join([binascii.b2a_base64(s[at:at + MAXBINSIZE])
                     for at in range(0, len(s), MAXBINSIZE)])


def decodebytes(s):
    """Decodes lines of base 64."""
    _check_bytes(s)
    return binascii.a2b_base64(s)
