# Error handlers: the built-in ones, and those that scripts register.
import codecs


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


encode = UnicodeEncodeError("ascii", "a\xe9\udc80b", 1, 3, "why")
decode = UnicodeDecodeError("utf-8", b"a\xff\x80b", 1, 3, "why")
translate = UnicodeTranslateError("a\xe9\u20acb", 1, 3, "why")
for name in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "surrogateescape",
             "surrogatepass", "namereplace"):
    for error in (encode, decode, translate, ValueError("x")):
        print(name, type(error).__name__, end=" ")
        show(codecs.lookup_error(name), error)
for function in (codecs.strict_errors, codecs.ignore_errors, codecs.replace_errors,
                 codecs.xmlcharrefreplace_errors, codecs.backslashreplace_errors, codecs.namereplace_errors):
    show(function, encode)
    show(function, 5)
codecs.register_error("test.range", lambda e: ("<%d-%d>" % (e.start, e.end), e.end))
codecs.register_error("test.bytes", lambda e: (b"\xff\xfe", e.end))
codecs.register_error("test.wrong", lambda e: 5)
codecs.register_error("test.far", lambda e: ("x", 100))
codecs.register_error("test.back", lambda e: ("x", -1))
codecs.register_error("test.same", lambda e: ("\xe9", e.end))
for name in ("test.range", "test.bytes", "test.wrong", "test.far", "test.back", "test.same"):
    show("a\xe9b".encode, "ascii", name)
    show(b"a\xffb".decode, "ascii", name)
    show("a\u20acb".encode, "latin-1", name)
    if name != "test.back":
        show("a\ud800b".encode, "utf-16-le", name)
        show(b"\0\xd8a\0".decode, "utf-16-le", name)
show("a\xe9\xe8b".encode, "ascii", "test.range")
show(b"a\xff\xfe\xe2\x82".decode, "utf-8", "test.range")
show("\xe9".encode, "ascii", "nothing")
show(b"\xff".decode, "utf-8", "nothing")
print("fine".encode("ascii", "nothing"))
show(codecs.lookup_error, "nothing")
show(codecs.lookup_error, 5)
show(codecs.register_error, "x", 5)
show(codecs.register_error, 5, len)
print("\xe9\u20ac\x80".encode("ascii", "namereplace"), "\ud800".encode("ascii", "namereplace"))
