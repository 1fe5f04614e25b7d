# Transforms: bytes to bytes, text to text.
import codecs


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


print(codecs.encode("Hello, World", "rot13"), codecs.decode("Uryyb", "rot-13"))
print(codecs.encode(b"abc", "hex"), codecs.decode(b"616263", "hex_codec"), codecs.decode("616263", "hex"))
print(codecs.encode(b"abc" * 30, "base64"), codecs.decode(b"YWJj", "base64_codec"))
print(codecs.encode(b"a=b \n", "quopri"), codecs.decode(b"a=3Db", "quoted-printable"))
data = bytes(range(100))
print(codecs.encode(data, "uu"), codecs.decode(codecs.encode(data, "uu"), "uu") == data)


def cause(function, *args):
    try:
        function(*args)
    except Exception as error:
        print(type(error).__name__, error, "<-", repr(error.__cause__))


cause(codecs.decode, b"zz", "hex")
cause(codecs.encode, "abc", "hex")
cause(codecs.decode, b"Y", "base64")
cause(codecs.encode, b"abc", "rot13")
cause(codecs.decode, b"nothing", "uu")
cause(codecs.encode, "\xe9", "ascii")
cause(codecs.encode, b"abc", "hex", "ignore")
show(codecs.encode, "\xe9")
show(codecs.decode, b"\xc3\xa9")
show(codecs.encode, "x", "nothing")
show(codecs.decode, "x", "nothing")
show(codecs.encode, "x", 5)
show(codecs.decode, b"x", 5)
encoder = codecs.getincrementalencoder("hex")()
print(encoder.encode(b"ab"), encoder.encode(b"c", True), codecs.getincrementaldecoder("hex")().decode(b"6162"))
print(codecs.getreader("rot13") is not None, "a\\n".encode("unicode_escape"), b"a\\n".decode("unicode_escape"))
