# Ascii85 and base 85.
import base64


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


data = b"\0\0\0\0    \xff\xff\xff\xffhello world"
for n in range(len(data) + 1):
    part = data[:n]
    print(base64.a85encode(part), base64.b85encode(part))
    assert base64.a85decode(base64.a85encode(part)) == part
    assert base64.b85decode(base64.b85encode(part)) == part
show(base64.a85encode, data, foldspaces=True)
show(base64.a85encode, data, adobe=True)
show(base64.a85encode, data, wrapcol=5)
show(base64.a85encode, data, wrapcol=1, adobe=True)
show(base64.a85encode, data * 2, wrapcol=12, adobe=True)
show(base64.a85encode, b"abc", pad=True)
show(base64.a85encode, b"\0\0", pad=True)
show(base64.a85encode, "text")
show(base64.b85encode, b"abc", True)
show(base64.b85encode, "text")
show(base64.a85decode, "<~87cURD]~>", adobe=True)
show(base64.a85decode, b"87cURD]~>", adobe=True)
show(base64.a85decode, b"87cURD]", adobe=True)
show(base64.a85decode, " 87c\nURD ]\v")
show(base64.a85decode, "87c-URD]", ignorechars=b"-")
show(base64.a85decode, "87yURD]", foldspaces=True)
show(base64.a85decode, "y87cURD]", foldspaces=True)
show(base64.a85decode, "y")
show(base64.a85decode, "87z")
show(base64.a85decode, "z")
show(base64.a85decode, "uuuuu")
show(base64.a85decode, "s8W-\"")
show(base64.a85decode, "ab{")
show(base64.a85decode, "\xe9")
show(base64.b85decode, "Xk")
show(base64.b85decode, b"|NsC0")
show(base64.b85decode, b"|NsC1")
show(base64.b85decode, b"~~~~~")
show(base64.b85decode, b"ab,de")
show(base64.b85decode, b"abcdeab\"")
show(base64.b85decode, 5)
