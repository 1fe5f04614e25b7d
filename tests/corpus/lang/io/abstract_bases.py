# The abstract bases of streams: what they refuse, what they give for free, who is one of them.
import io


def fails(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


fails(io.IOBase().fileno)
fails(io.RawIOBase().truncate)
fails(io.BufferedIOBase().read)
fails(io.TextIOBase().detach)


class Numbers(io.TextIOBase):
    """Lines of numbers, without end."""

    def __init__(self):
        self.at = 0

    def readable(self):
        return True

    def readline(self, size=-1):
        self.at += 1
        return f"{self.at}\n" if self.at < 6 else ""


numbers = Numbers()
print(next(numbers), numbers.readlines(3), list(numbers), numbers.closed, numbers.encoding, numbers.errors, numbers.newlines)
fails(next, numbers)
fails(numbers.read)
fails(numbers.write, "x")
fails(numbers.detach)
fails(numbers.fileno)
fails(numbers.seek, 0)
fails(numbers.tell)
print(numbers.isatty(), numbers.seekable(), numbers.writable())
with numbers as same:
    print(same is numbers)
print(numbers.closed)
fails(numbers.flush)
fails(next, numbers)
fails(numbers.__enter__)
fails(numbers.isatty)


class Counted(io.BufferedIOBase):
    closings = 0

    def read(self, size=-1):
        return b"x" * (size if size >= 0 else 3)

    def readable(self):
        return True

    def close(self):
        type(self).closings += 1
        super().close()


counted = Counted()
buffer = bytearray(5)
print(counted.readinto(buffer), buffer)
fails(counted.readinto1, memoryview(buffer)[:2])
fails(counted.read1)
fails(counted.readinto, b"fixed")
fails(counted.write, b"x")
fails(counted.detach)
text = io.TextIOWrapper(Counted(), "ascii")
print(text.readable(), text.writable(), text.seekable(), text.buffer.closed)
fails(text.write, "x")
text.close()
print(Counted.closings, text.buffer.closed, text.closed)
counted.close()
counted.close()
print(Counted.closings)


class Failing(io.RawIOBase):
    def flush(self):
        if not self.closed:
            raise OSError("cannot flush")


failing = Failing()
fails(failing.close)
print(failing.closed, failing.close())
for value in (io.StringIO(), io.BytesIO(), open(__file__), open(__file__, "rb"), open(__file__, "rb", 0)):
    print(type(value).__name__, [kind.__name__ for kind in (io.IOBase, io.RawIOBase, io.BufferedIOBase, io.TextIOBase) if isinstance(value, kind)])
    value.close()


class Duck:
    def write(self, text):
        pass


io.TextIOBase.register(Duck)
print(isinstance(Duck(), io.TextIOBase), isinstance(Duck(), io.IOBase), issubclass(Duck, io.RawIOBase))
print(io.UnsupportedOperation("x").args, issubclass(io.UnsupportedOperation, ValueError), io.IOBase.__module__, io.RawIOBase.__bases__)
