# Comparison in constant time.
import hmac
import secrets


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


for a, b in ((b"a", b"a"), (b"a", b"b"), (b"a", b"aa"), (b"", b""), ("a", "a"), ("a", "b"),
             ("", ""), ("a", "\xe9"), ("\xe9", "\xe9"), ("a", b"a"), (b"a", "a"), (1, 2), (None, b"a"),
             (bytearray(b"ab"), memoryview(b"ab")), (b"ab", bytearray(b"ac")), ("a", None)):
    print(repr(a) if not isinstance(a, memoryview) else "view", end=" ")
    show(hmac.compare_digest, a, b)
show(hmac.compare_digest, b"a")
show(hmac.compare_digest)
print(hmac.compare_digest is secrets.compare_digest)


class Text(str):
    pass


print(hmac.compare_digest(Text("abc"), "abc"))
