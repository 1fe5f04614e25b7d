# Bases 32 and 16.
import base64


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


data = bytes(range(250, 256)) + b"abcdef"
for n in range(len(data)):
    part = data[:n]
    print(base64.b32encode(part), base64.b32hexencode(part), base64.b16encode(part))
    assert base64.b32decode(base64.b32encode(part)) == part
    assert base64.b32hexdecode(base64.b32hexencode(part)) == part
    assert base64.b16decode(base64.b16encode(part)) == part
show(base64.b32decode, "ME======")
show(base64.b32decode, b"me======")
show(base64.b32decode, b"me======", casefold=True)
show(base64.b32decode, b"M1023456", map01=b"L")
show(base64.b32decode, b"M1023456", map01="I")
show(base64.b32decode, b"M1023456", map01=b"LI")
show(base64.b32decode, b"M1023456")
for text in ("M", "ME", "ME=====", "M=======", "MFRA====", "MFRGG===", "MFRGGZA=", "MFRGGZDF", "MF======", "========", "MER====="):
    print(text, end=" ")
    show(base64.b32decode, text)
show(base64.b32hexdecode, "c4======")
show(base64.b32hexdecode, "c4======", True)
show(base64.b32hexdecode, "WWWWWWWW")
show(base64.b32encode, "text")
show(base64.b32encode, bytearray(b"xyz"))
show(base64.b32hexencode, 5)
show(base64.b32decode, "\xe9")
show(base64.b16encode, "text")
show(base64.b16decode, "00ff")
show(base64.b16decode, "00ff", True)
show(base64.b16decode, "0G")
show(base64.b16decode, "ABC")
show(base64.b16decode, 5)
show(base64.b16decode, "\xe9")
