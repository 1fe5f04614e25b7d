# Base 64, lenient and strict.
import binascii


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


for length in range(8):
    data = bytes(range(250, 250 + min(length, 6))) + bytes(max(0, length - 6))
    text = binascii.b2a_base64(data)
    print(text, binascii.a2b_base64(text) == data)
show(binascii.b2a_base64, b"no newline", newline=False)
show(binascii.b2a_base64, b"newline", newline=True)
show(binascii.b2a_base64, bytearray(b"abc"))
show(binascii.a2b_base64, "YWJj")
show(binascii.a2b_base64, " Y W\nJ j!")
show(binascii.a2b_base64, b"YQ==ignored")
show(binascii.a2b_base64, b"Y=Q==")
show(binascii.a2b_base64, b"=YQ==")
show(binascii.a2b_base64, b"")

for text in ("", "YWJj", "YQ==", "YWI=", "YQ", "Y", "YWJjY", "YQ=", "YWI",
             "=YQ==", "YQ==x", "YQ=x=", "Y Q==", "YQ===", "YWJj=", "YQ==\n", "YW=Jj"):
    print(repr(text), end=" ")
    show(binascii.a2b_base64, text)
    print(repr(text), "strict", end=" ")
    show(binascii.a2b_base64, text, strict_mode=True)

show(binascii.a2b_base64, "\xe9")
show(binascii.a2b_base64, 7)
show(binascii.a2b_base64)
show(binascii.a2b_base64, "YQ==", True)
show(binascii.b2a_base64, "abc")
show(binascii.b2a_base64, None)
show(binascii.b2a_base64)
show(binascii.b2a_base64, b"", b"")
big = bytes(range(256)) * 40
print(len(binascii.b2a_base64(big)), binascii.a2b_base64(binascii.b2a_base64(big)) == big)
