"""Encodings by name: looking them up, registering more, error handlers, streams."""

import _codecs
import sys as _sys

__all__ = [
    "register", "lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE",
    "BOM32_BE", "BOM32_LE", "BOM64_BE", "BOM64_LE", "BOM_UTF8", "BOM_UTF16",
    "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE", "BOM_UTF32_BE",
    "CodecInfo", "Codec", "IncrementalEncoder", "IncrementalDecoder",
    "StreamReader", "StreamWriter", "StreamReaderWriter", "StreamRecoder",
    "getencoder", "getdecoder", "getincrementalencoder", "getincrementaldecoder",
    "getreader", "getwriter", "encode", "decode", "iterencode", "iterdecode",
    "strict_errors", "ignore_errors", "replace_errors", "xmlcharrefreplace_errors",
    "backslashreplace_errors", "namereplace_errors", "register_error", "lookup_error",
]

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
BOM_UTF32_LE = b"\xff\xfe\0\0"
BOM_UTF32_BE = b"\0\0\xfe\xff"
BOM = BOM_UTF16 = BOM_UTF16_LE
BOM_UTF32 = BOM_UTF32_LE
BOM32_LE, BOM32_BE = BOM_UTF16_LE, BOM_UTF16_BE
BOM64_LE, BOM64_BE = BOM_UTF32_LE, BOM_UTF32_BE


class CodecInfo(tuple):
    """All that belongs to an encoding; as a tuple its four functions."""

    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None,
                incrementalencoder=None, incrementaldecoder=None, name=None,
                *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode = encode
        self.decode = decode
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        self.streamwriter = streamwriter
        self.streamreader = streamreader
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        return "<%s.%s object for encoding %s at %#x>" % (
            self.__class__.__module__, self.__class__.__qualname__, self.name, id(self))


# The registry.

_searches = []
_found = {}


def register(search_function, /):
    """Adds a function that is asked for encodings: it gets a name, in small letters and
    with underscores, and returns a CodecInfo or None."""
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _searches.append(search_function)


def unregister(search_function, /):
    """Takes a search function away, and what has been found."""
    if search_function in _searches:
        _searches.remove(search_function)
        _found.clear()


def lookup(encoding, /):
    """The CodecInfo of an encoding, or LookupError."""
    if not isinstance(encoding, str):
        raise TypeError("lookup() argument must be str, not " + type(encoding).__name__)
    name = encoding.lower().replace(" ", "_").replace("-", "_")
    info = _found.get(name)
    if info is None:
        from _codecs_text import find
        info = find(name)
        if info is None:
            for search in _searches:
                info = search(name)
                if info is not None:
                    if not (isinstance(info, tuple) and len(info) == 4):
                        raise TypeError("codec search functions must return 4-tuples")
                    break
            else:
                raise LookupError("unknown encoding: " + encoding)
        _found[name] = info
    return info


def getencoder(encoding):
    """The function of an encoding that encodes."""
    return lookup(encoding).encode


def getdecoder(encoding):
    """The function of an encoding that decodes."""
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    """The class of an encoding's incremental encoders, or LookupError."""
    encoder = lookup(encoding).incrementalencoder
    if encoder is None:
        raise LookupError(encoding)
    return encoder


def getincrementaldecoder(encoding):
    """The class of an encoding's incremental decoders, or LookupError."""
    decoder = lookup(encoding).incrementaldecoder
    if decoder is None:
        raise LookupError(encoding)
    return decoder


def getreader(encoding):
    """The class of an encoding's stream readers."""
    return lookup(encoding).streamreader


def getwriter(encoding):
    """The class of an encoding's stream writers."""
    return lookup(encoding).streamwriter


def _convert(function, operation, obj, encoding, errors):
    """Calls a codec. An error that has a message only is told which codec it is of."""
    try:
        result = function(obj, errors)
    except Exception as error:
        kind = type(error)
        args = error.args
        if (not isinstance(error, (OSError, ImportError, SyntaxError, UnicodeError,
                                   StopIteration, AttributeError, NameError))
                and not hasattr(kind.__init__, "__code__")
                and (not args or len(args) == 1 and isinstance(args[0], str))
                and not getattr(error, "__dict__", None)):
            try:
                wrapped = kind("%s with %r codec failed (%s: %s)"
                               % (operation, encoding, kind.__name__, error))
            except Exception:
                raise error
            raise wrapped from error
        raise
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError("encoder must return a tuple (object, integer)"
                        if operation == "encoding" else
                        "decoder must return a tuple (object,integer)")
    return result[0]


def encode(obj, encoding="utf-8", errors="strict"):
    """Encodes any object that the encoding takes."""
    if not isinstance(encoding, str):
        raise TypeError("encode() argument 'encoding' must be str, not "
                        + type(encoding).__name__)
    return _convert(lookup(encoding).encode, "encoding", obj, encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    """Decodes any object that the encoding takes."""
    if not isinstance(encoding, str):
        raise TypeError("decode() argument 'encoding' must be str, not "
                        + type(encoding).__name__)
    return _convert(lookup(encoding).decode, "decoding", obj, encoding, errors)


# Encodings that str and bytes know themselves, so that errors stay what they are.
_PLAIN = ("utf-8", "utf-16", "utf-32", "ascii", "iso8859-1")


def _text_info(encoding, other):
    info = lookup(encoding)
    if not getattr(info, "_is_text_encoding", True):
        raise LookupError("%r is not a text encoding; use %s to handle arbitrary codecs"
                          % (encoding, other))
    return info


def _encode_text(text, encoding, errors):
    """What str.encode() asks for where the engine alone does not know."""
    info = _text_info(encoding, "codecs.encode()")
    if _codecs.builtin(encoding) in _PLAIN:
        return info[0](text, errors)[0]
    result = _convert(info[0], "encoding", text, encoding, errors)
    if not isinstance(result, bytes):
        if isinstance(result, bytearray):
            return bytes(result)
        raise TypeError("%r encoder returned %r instead of 'bytes'; use codecs.encode() to "
                        "encode to arbitrary types" % (encoding, type(result).__name__))
    return result


def _decode_bytes(data, encoding, errors):
    """What bytes.decode() asks for where the engine alone does not know."""
    info = _text_info(encoding, "codecs.decode()")
    if _codecs.builtin(encoding) in _PLAIN:
        return info[1](data, errors)[0]
    result = _convert(info[1], "decoding", data, encoding, errors)
    if not isinstance(result, str):
        raise TypeError("%r decoder returned %r instead of 'str'; use codecs.decode() to "
                        "decode to arbitrary types" % (encoding, type(result).__name__))
    return result


# Error handlers.

def _unsuited(exception):
    return TypeError("don't know how to handle %s in error callback"
                     % type(exception).__name__)


def strict_errors(exception, /):
    """Raises the error."""
    if isinstance(exception, BaseException):
        raise exception
    raise TypeError("codec must pass exception instance")


def ignore_errors(exception, /):
    """Leaves out what is wrong."""
    if not isinstance(exception, (UnicodeEncodeError, UnicodeDecodeError,
                                  UnicodeTranslateError)):
        raise _unsuited(exception)
    return "", exception.end


def replace_errors(exception, /):
    """Puts a question mark or U+FFFD for what is wrong."""
    if isinstance(exception, UnicodeEncodeError):
        return "?" * (exception.end - exception.start), exception.end
    if isinstance(exception, UnicodeDecodeError):
        return "\ufffd", exception.end
    if isinstance(exception, UnicodeTranslateError):
        return "\ufffd" * (exception.end - exception.start), exception.end
    raise _unsuited(exception)


def xmlcharrefreplace_errors(exception, /):
    """Puts &#NNN; for characters that cannot be encoded."""
    if not isinstance(exception, UnicodeEncodeError):
        raise _unsuited(exception)
    wrong = exception.object[exception.start:exception.end]
    return "".join(["&#%d;" % ord(c) for c in wrong]), exception.end


def _escaped(c):
    code = ord(c)
    if code < 0x100:
        return "\\x%02x" % code
    return "\\u%04x" % code if code < 0x10000 else "\\U%08x" % code


def backslashreplace_errors(exception, /):
    r"""Puts \xNN, \uNNNN or \UNNNNNNNN for what is wrong."""
    if isinstance(exception, UnicodeDecodeError):
        wrong = exception.object[exception.start:exception.end]
        return "".join(["\\x%02x" % byte for byte in wrong]), exception.end
    if not isinstance(exception, (UnicodeEncodeError, UnicodeTranslateError)):
        raise _unsuited(exception)
    wrong = exception.object[exception.start:exception.end]
    return "".join([_escaped(c) for c in wrong]), exception.end


def namereplace_errors(exception, /):
    r"""Puts \N{...} for characters that cannot be encoded."""
    if not isinstance(exception, UnicodeEncodeError):
        raise _unsuited(exception)
    from unicodedata import name
    parts = []
    for c in exception.object[exception.start:exception.end]:
        known = name(c, None)
        parts.append(_escaped(c) if known is None else "\\N{%s}" % known)
    return "".join(parts), exception.end


def _surrogateescape(exception, /):
    """Bytes that cannot be decoded become U+DC80 to U+DCFF, and these become bytes."""
    if isinstance(exception, UnicodeEncodeError):
        wrong = exception.object[exception.start:exception.end]
        if all(["\udc80" <= c <= "\udcff" for c in wrong]):
            return bytes([ord(c) - 0xDC00 for c in wrong]), exception.end
        raise exception
    if isinstance(exception, UnicodeDecodeError):
        taken = []
        for byte in exception.object[exception.start:exception.end][:4]:
            if byte < 128:
                break
            taken.append(chr(0xDC00 + byte))
        if taken:
            return "".join(taken), exception.start + len(taken)
        raise exception
    raise _unsuited(exception)


def _surrogatepass(exception, /):
    """Surrogates are encoded and decoded as other characters are."""
    if not isinstance(exception, (UnicodeEncodeError, UnicodeDecodeError)):
        raise _unsuited(exception)
    name = _codecs.builtin(exception.encoding)
    if name is None or not name.startswith("utf"):
        raise exception
    wrong = exception.object[exception.start:]
    if isinstance(exception, UnicodeEncodeError):
        wrong = exception.object[exception.start:exception.end]
        return wrong.encode(name, "surrogatepass"), exception.end
    size = 3 if name.startswith("utf-8") else 2 if name.startswith("utf-16") else 4
    try:
        return wrong[:size].decode(name, "surrogatepass"), exception.start + size
    except UnicodeDecodeError:
        raise exception from None


_handlers = {
    "strict": strict_errors,
    "ignore": ignore_errors,
    "replace": replace_errors,
    "xmlcharrefreplace": xmlcharrefreplace_errors,
    "backslashreplace": backslashreplace_errors,
    "namereplace": namereplace_errors,
    "surrogateescape": _surrogateescape,
    "surrogatepass": _surrogatepass,
}


def register_error(errors, handler, /):
    """Gives an error handler a name."""
    if not isinstance(errors, str):
        raise TypeError("register_error() argument 1 must be str, not "
                        + type(errors).__name__)
    if not callable(handler):
        raise TypeError("handler must be callable")
    _handlers[errors] = handler


def lookup_error(name, /):
    """The error handler of a name, or LookupError."""
    if not isinstance(name, str):
        raise TypeError("lookup_error() argument must be str, not " + type(name).__name__)
    try:
        return _handlers[name]
    except KeyError:
        raise LookupError("unknown error handler name '%s'" % name) from None


# What encodings are made of.

class Codec:
    """The functions of an encoding, without a state."""

    def encode(self, input, errors="strict"):
        """Encodes an object; returns it and how much of the input it is."""
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        """Decodes an object; returns it and how much of the input it is."""
        raise NotImplementedError


class IncrementalEncoder:
    """Encodes what comes in pieces."""

    def __init__(self, errors="strict"):
        """Encode piece by piece; errors says what is done with what cannot be encoded."""
        self.errors = errors
        self.buffer = ""

    def encode(self, input, final=False):
        """The next piece, encoded."""
        raise NotImplementedError

    def reset(self):
        """Forgets what has come."""

    def getstate(self):
        """The state, an int."""
        return 0

    def setstate(self, state):
        """Goes on from a state."""


class BufferedIncrementalEncoder(IncrementalEncoder):
    """An encoder that keeps what it cannot encode yet."""

    def __init__(self, errors="strict"):
        IncrementalEncoder.__init__(self, errors)
        self.buffer = ""

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        """The next piece, encoded as far as can be."""
        data = self.buffer + input
        result, consumed = self._buffer_encode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        """Forgets what has come."""
        IncrementalEncoder.reset(self)
        self.buffer = ""

    def getstate(self):
        """What has not been encoded yet."""
        return self.buffer or 0

    def setstate(self, state):
        """Goes on from a state."""
        self.buffer = state or ""


class IncrementalDecoder:
    """Decodes what comes in pieces."""

    def __init__(self, errors="strict"):
        """Decode piece by piece; errors says what is done with what cannot be decoded."""
        self.errors = errors

    def decode(self, input, final=False):
        """The next piece, decoded."""
        raise NotImplementedError

    def reset(self):
        """Forgets what has come."""

    def getstate(self):
        """The bytes that wait, and the state."""
        return b"", 0

    def setstate(self, state):
        """Goes on from a state."""


class BufferedIncrementalDecoder(IncrementalDecoder):
    """A decoder that keeps the beginning of a character until the rest comes."""

    def __init__(self, errors="strict"):
        IncrementalDecoder.__init__(self, errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        """The next piece, decoded as far as can be."""
        data = self.buffer + input
        result, consumed = self._buffer_decode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        """Forgets what has come."""
        IncrementalDecoder.reset(self)
        self.buffer = b""

    def getstate(self):
        """The bytes that wait, and the state."""
        return self.buffer, 0

    def setstate(self, state):
        """Goes on from a state."""
        self.buffer = state[0]


def iterencode(iterator, encoding, errors="strict", **kwargs):
    """Encodes the strings of an iterable, one after the other."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for input in iterator:
        if output := encoder.encode(input):
            yield output
    if output := encoder.encode("", True):
        yield output


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    """Decodes the pieces of an iterable, one after the other."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for input in iterator:
        if output := decoder.decode(input):
            yield output
    if output := decoder.decode(b"", True):
        yield output


def make_identity_dict(rng):
    """A dict of numbers that stand for themselves."""
    return {i: i for i in rng}


def make_encoding_map(decoding_map):
    """The inverse of a map; what is ambiguous becomes None."""
    inverse = {}
    for key, value in decoding_map.items():
        inverse[value] = None if value in inverse else key
    return inverse


from _codecs_stream import StreamReader, StreamReaderWriter, StreamRecoder, StreamWriter


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    """Opens a file; with an encoding, what is read and written is text."""
    import builtins
    if encoding is not None and "b" not in mode:
        mode = mode + "b"
    file = builtins.open(filename, mode, buffering)
    if encoding is None:
        return file
    try:
        info = lookup(encoding)
        stream = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
        stream.encoding = encoding
        return stream
    except BaseException:
        file.close()
        raise


def EncodedFile(file, data_encoding, file_encoding=None, errors="strict"):
    """A file of one encoding that is read and written in another one."""
    if file_encoding is None:
        file_encoding = data_encoding
    data_info = lookup(data_encoding)
    file_info = lookup(file_encoding)
    stream = StreamRecoder(file, data_info.encode, data_info.decode,
                           file_info.streamreader, file_info.streamwriter, errors)
    stream.data_encoding = data_encoding
    stream.file_encoding = file_encoding
    return stream


def _exported():
    """The functions of single encodings, which encoding modules are made of."""
    from _codecs_text import FUNCTIONS
    globals().update(FUNCTIONS)


_exported()

_RARE = {
    "charmap_build", "charmap_decode", "charmap_encode", "escape_decode", "escape_encode",
    "readbuffer_encode", "utf_16_ex_decode", "utf_32_ex_decode", "utf_7_decode", "utf_7_encode",
}


def __getattr__(name):
    """What few programs ask for is loaded when it is."""
    if name in _RARE:
        import _codecs_charmap
        value = globals()[name] = getattr(_codecs_charmap, name)
        return value
    raise AttributeError(f"module 'codecs' has no attribute {name!r}")
