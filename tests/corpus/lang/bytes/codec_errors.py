# Arguments of encode, decode and str() that are wrong, and the errors made by hand.
def attempt(call, *args, **kwargs):
    try:
        print(repr(call(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


attempt("a".encode, "nonsense")
attempt(b"a".decode, "nonsense")
attempt("".encode, "nonsense")
attempt(b"".decode, "nonsense")
attempt(b"a".decode, "utf-8", "nonsense")
attempt(b"\xff".decode, "utf-8", "nonsense")
attempt("a".encode, 5)
attempt("a".encode, None)
attempt("a".encode, "utf-8", 5)
attempt("a".encode, "utf-8\0")
attempt("a".encode, "utf-8", "strict", 1)
attempt("a".encode, encodes="utf-8")
attempt("a".encode, errors="ignore", encoding="ascii")
attempt(b"a".decode, 5)
attempt(b"a".decode, "utf-8", None)
attempt(bytearray(b"a").decode, encoding="ascii", errors="strict")
attempt(str, b"abc")
attempt(str, b"abc", "utf-8")
attempt(str, b"abc", encoding="ascii")
attempt(str, b"abc\xff", errors="replace")
attempt(str, object=b"abc", encoding="ascii")
attempt(str, encoding="ascii")
attempt(str, "abc", "ascii")
attempt(str, 5, "ascii")
attempt(str, b"abc", 5)
attempt(str, b"abc", "ascii", 5)
attempt(str, memoryview(b"abc")[::2], "ascii")
attempt(str, bytearray(b"\xe9"), "ascii")
error = UnicodeDecodeError("codec", b"abc", 1, 2, "reason")
print(error, error.args, error.encoding, error.object, error.start, error.end, error.reason)
print(UnicodeDecodeError("codec", bytearray(b"abc"), 0, 3, "more"), repr(error))
print(UnicodeEncodeError("codec", "a\u20acb", 1, 2, "why"), UnicodeEncodeError("codec", "abc", 0, 2, "why"))
attempt(UnicodeDecodeError, "codec", "abc", 1, 2, "reason")
attempt(UnicodeDecodeError, "codec", 5, 1, 2, "reason")
attempt(UnicodeDecodeError, 5, b"abc", 1, 2, "reason")
attempt(UnicodeDecodeError, "codec", b"abc", 1)
attempt(UnicodeEncodeError, "codec", b"abc", 1, 2, "reason")
try:
    "\xe9".encode("ascii")
except ValueError as caught:
    print(type(caught).__mro__[1:4], caught.args)
    kept = caught
print(kept.object.encode("ascii", "backslashreplace"))
try:
    bytearray(b"ok \xff").decode()
except UnicodeDecodeError as caught:
    print(caught, type(caught.object), caught.object)


class Name(str):
    pass


print("\xe9".encode(Name("latin-1")), Name("\xe9").encode(), b"\xe9".decode(Name("latin-1"), Name("strict")))
try:
    Name("\xe9").encode("ascii")
except UnicodeEncodeError as caught:
    print(type(caught.object), caught)
long = "x" * 100000 + "\u20ac"
print(len(long.encode()), len(long.encode("utf-16")), long.encode("ascii", "replace")[-3:], long.encode().decode() == long)
b"\xff" b"abc".decode()
