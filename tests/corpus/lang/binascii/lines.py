# uuencode and quoted-printable text.
import binascii


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


for data in (b"", b"a", b"ab", b"abc", b"\0\0\0", bytes(range(45))):
    line = binascii.b2a_uu(data)
    print(line, binascii.a2b_uu(line) == data)
    show(binascii.b2a_uu, data, backtick=True)
show(binascii.a2b_uu, "#86)C")
show(binascii.a2b_uu, "#86")
show(binascii.a2b_uu, b"#86)C  `\r\n")
show(binascii.a2b_uu, b"")
show(binascii.a2b_uu, b"#8\x016")
show(binascii.a2b_uu, b"#86)Cxx")
show(binascii.a2b_uu, "\xe9")
show(binascii.a2b_uu)
show(binascii.b2a_uu, bytes(46))
show(binascii.b2a_uu, "text")
show(binascii.b2a_uu, b"", True)

text = b"caf\xc3\xa9 = 1_2\t \nnext  \r\n.\n" + b"x" * 100 + b"\n \t"
for quotetabs in (False, True):
    for istext in (False, True):
        for header in (False, True):
            quoted = binascii.b2a_qp(text, quotetabs, istext, header)
            print(quotetabs, istext, header, quoted)
            print(binascii.a2b_qp(quoted, header) == text.replace(b"\r\n", b"\n"))
show(binascii.b2a_qp, b"a\r\nb\nc")
show(binascii.b2a_qp, b"a\nb\r\nc")
show(binascii.b2a_qp, b"." + b"\n.a\n.")
show(binascii.b2a_qp, data=b"a b_c", header=True)
show(binascii.b2a_qp, b"=" * 30)
show(binascii.b2a_qp, b"y" * 76)
show(binascii.a2b_qp, "=41=4a=4A=zz==x=")
show(binascii.a2b_qp, b"soft=\r\nbreak=\nhere=  \n")
show(binascii.a2b_qp, b"a_b=20", header=True)
show(binascii.a2b_qp, data="a_b")
show(binascii.a2b_qp, "\xe9")
show(binascii.a2b_qp, 4)
show(binascii.b2a_qp, "text")
show(binascii.b2a_qp)
show(binascii.a2b_qp)
