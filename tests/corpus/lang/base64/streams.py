"""base64.encode and decode between files; a message in lines as mail has it."""
import base64
import io


def attempt(what, function, *args):
    try:
        print(what, "->", repr(function(*args)))
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


for size in (0, 1, 56, 57, 58, 114, 200):
    data = bytes(i * 7 % 256 for i in range(size))
    coded, plain = io.BytesIO(), io.BytesIO()
    base64.encode(io.BytesIO(data), coded)
    coded.seek(0)
    base64.decode(coded, plain)
    lines = coded.getvalue().splitlines()
    print(size, [len(line) for line in lines], plain.getvalue() == data, coded.getvalue() == base64.encodebytes(data))


class Slow(io.RawIOBase):
    """Gives few bytes at a time."""

    def __init__(self, data):
        self.data = data

    def read(self, size=-1):
        part, self.data = self.data[:5], self.data[5:]
        return part


out = io.BytesIO()
base64.encode(Slow(b"0123456789" * 7), out)
print(out.getvalue())
text = io.BytesIO(b"aGVs\r\nbG8=\r\n\r\nd29ybGQ=\n")
out = io.BytesIO()
base64.decode(text, out)
print(out.getvalue())
attempt("text files", base64.encode, io.StringIO("text"), io.BytesIO())
attempt("into text", base64.encode, io.BytesIO(b"x"), io.StringIO())
attempt("decode text", base64.decode, io.StringIO("aGk=\n"), io.BytesIO())
attempt("decode damage", base64.decode, io.BytesIO(b"aGk\n"), io.BytesIO())
attempt("no files", base64.encode, b"x", b"y")
attempt("one file", base64.decode, io.BytesIO())
attempt("encodebytes", base64.encodebytes, "text")
attempt("decodebytes", base64.decodebytes, "dGV4dA==")
attempt("decodebytes", base64.decodebytes, memoryview(b"aaaa")[::2])


def message(headers, body):
    lines = [f"{name}: {value}" for name, value in headers.items()]
    return "\n".join(lines) + "\n\n" + base64.encodebytes(body).decode("ascii")


def parse(text):
    head, _, body = text.partition("\n\n")
    return dict(line.split(": ", 1) for line in head.splitlines()), base64.decodebytes(body.encode("ascii"))


mail = message({"To": "ann", "Subject": "=?utf-8?b?" + base64.b64encode("grüße".encode()).decode() + "?="}, "Zeile €\n".encode() * 9)
print(mail)
headers, body = parse(mail)
print(headers["To"], base64.b64decode(headers["Subject"][10:-2]).decode(), len(body), body[:9].decode())
