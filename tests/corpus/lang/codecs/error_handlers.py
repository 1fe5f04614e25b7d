"""The standard error handlers as functions, and own ones registered under a name."""
import codecs


def attempt(what, function, *args):
    try:
        print(what, "->", repr(function(*args)))
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


encode_error = UnicodeEncodeError("ascii", "aé€\U0001f600z", 1, 4, "not ascii")
decode_error = UnicodeDecodeError("utf-8", b"a\xff\xfez", 1, 3, "bad")
translate_error = UnicodeTranslateError("aéz", 1, 2, "why")
HANDLERS = [codecs.strict_errors, codecs.ignore_errors, codecs.replace_errors, codecs.xmlcharrefreplace_errors,
            codecs.backslashreplace_errors, codecs.namereplace_errors]
for handler in HANDLERS:
    for error in (encode_error, decode_error, translate_error):
        attempt(f"{handler.__name__} {type(error).__name__}", handler, error)
    attempt(handler.__name__, handler, ValueError("other"))
attempt("replace_errors of a text", lambda: codecs.replace_errors("x"))
attempt("backslashreplace_errors of None", lambda: codecs.backslashreplace_errors(None))
for name in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace", "surrogateescape", "surrogatepass"):
    print(name, callable(codecs.lookup_error(name)), end="; ")
print(codecs.lookup_error("strict") is codecs.lookup_error("strict"))
attempt("lookup_error", codecs.lookup_error, "unknown")
attempt("lookup_error of bytes", codecs.lookup_error, b"strict")

seen = []


def log(error):
    seen.append((type(error).__name__, error.encoding, error.start, error.end, error.reason))
    if isinstance(error, UnicodeEncodeError):
        return "<%04x>" % ord(error.object[error.start]), error.start + 1
    return "?%02x?" % error.object[error.start], error.start + 1


codecs.register_error("log", log)
print("aé€".encode("ascii", "log"), b"a\xff\xc3(".decode("utf-8", "log"), "x€".encode("latin-1", "log"))
for entry in seen:
    print("  ", entry)
codecs.register_error("skip two", lambda error: ("", error.start + 2))
print("éaébéc".encode("ascii", "skip two"), b"\xffab\xffcd".decode("ascii", "skip two"))
codecs.register_error("back", lambda error: ("*", -1))
print("éab".encode("ascii", "back"), b"\xffab".decode("ascii", "back"))
codecs.register_error("bytes", lambda error: (b"\x80\x81", error.end))
print("aé".encode("ascii", "bytes"))
attempt("bytes for decoding", b"\xff".decode, "ascii", "bytes")
codecs.register_error("wrong", lambda error: "no tuple")
attempt("no tuple", "é".encode, "ascii", "wrong")
codecs.register_error("beyond", lambda error: ("", 99))
attempt("beyond the end", "é".encode, "ascii", "beyond")
codecs.register_error("again", lambda error: ("é", error.end))
attempt("not encodable either", "é".encode, "ascii", "again")
codecs.register_error("raises", lambda error: 1 / 0)
attempt("raises", "é".encode, "ascii", "raises")
attempt("register_error", codecs.register_error, "name", "no function")
attempt("an unknown handler, unused", "a".encode, "ascii", "nowhere")
attempt("an unknown handler", "é".encode, "ascii", "nowhere")
