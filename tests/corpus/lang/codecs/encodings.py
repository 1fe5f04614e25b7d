# Encoding and decoding by every encoding and handler.
import codecs


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


handlers = ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass")
encodings = ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "utf-8-sig", "latin-1", "ascii",
             "unicode_escape", "raw_unicode_escape")
for encoding in encodings:
    for text in ("", "abc", "\xe9\xff", "\u20acx", "\U0001f600", "a\udc80b", "\ud800"):
        for handler in handlers + ("xmlcharrefreplace",):
            print(encoding, ascii(text), handler, end=" ")
            show(codecs.encode, text, encoding, handler)
