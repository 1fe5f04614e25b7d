# Files of base 64.
import base64
import io


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


source = io.BytesIO(bytes(range(256)))
encoded = io.BytesIO()
base64.encode(source, encoded)
print(encoded.getvalue())
encoded.seek(0)
decoded = io.BytesIO()
base64.decode(encoded, decoded)
print(decoded.getvalue() == source.getvalue())


class Slow:
    """Reads a few bytes at a time."""

    def __init__(self, data):
        self.data = data

    def read(self, size):
        part, self.data = self.data[:min(size, 10)], self.data[min(size, 10):]
        return part


out = io.BytesIO()
base64.encode(Slow(b"x" * 100), out)
print(out.getvalue())
show(base64.encode, 5, out)
show(base64.decode, 5, out)
show(base64.decode, io.BytesIO(b"YQ\n"), out)
print(sorted(base64.__all__))
print(base64.MAXLINESIZE, base64.MAXBINSIZE)
