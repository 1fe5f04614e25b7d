# Base 64 and its relatives.
import base64


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


data = bytes(range(248, 256)) + b"\0\x10?>"
for n in range(len(data)):
    part = data[:n]
    print(base64.b64encode(part), base64.urlsafe_b64encode(part), base64.b64encode(part, b"@#"))
    assert base64.b64decode(base64.b64encode(part)) == part
    assert base64.urlsafe_b64decode(base64.urlsafe_b64encode(part)) == part
    assert base64.b64decode(base64.b64encode(part, b"@#"), b"@#") == part
    assert base64.standard_b64decode(base64.standard_b64encode(part)) == part
show(base64.b64encode, bytearray(b"abc"))
show(base64.b64encode, "text")
show(base64.b64encode, b"abc", b"x")
show(base64.b64decode, "YWJj")
show(base64.b64decode, b"YW Jj!")
show(base64.b64decode, b"YW Jj!", validate=True)
show(base64.b64decode, b"YWJj\n", validate=True)
show(base64.b64decode, b"YQ")
show(base64.b64decode, b"Y")
show(base64.b64decode, "\xe9")
show(base64.b64decode, 5)
show(base64.b64decode, b"YQ==", "x")
show(base64.b64decode, memoryview(b"YWJj"))
show(base64.standard_b64encode, "x")
show(base64.standard_b64decode, "YQ=")
show(base64.urlsafe_b64encode, None)
show(base64.urlsafe_b64decode, "-_-_")
show(base64.urlsafe_b64decode, "\xe9")
text = base64.encodebytes(b"line" * 40)
print(text, base64.decodebytes(text) == b"line" * 40)
show(base64.encodebytes, "text")
show(base64.decodebytes, "YQ==")
show(base64.encodebytes, memoryview(b"abcd").cast("I"))
show(base64.decodebytes, b"YQ==\nYg==")
