# Pipes: bytes through a pair of numbers, file objects over them, the end of a pipe.
import io
import os


def fails(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, getattr(error, "errno", None))


reader, writer = os.pipe()
print(isinstance(reader, int), reader != writer, os.isatty(reader))
print(os.write(writer, b"first second"), os.read(reader, 5), os.read(reader, 100))
fails(os.lseek, reader, 0, os.SEEK_SET)
fails(os.pread, reader, 1, 0)
fails(os.write, reader, b"x")
fails(os.read, writer, 1)
os.write(writer, b"rest")
os.close(writer)
print(os.read(reader, 10), os.read(reader, 10))
os.close(reader)
fails(os.read, reader, 1)
fails(os.pipe, 1)

reader, writer = os.pipe()
with os.fdopen(writer, "w", encoding="utf-8", newline="\n") as sink:
    print(type(sink).__name__, sink.mode, sink.fileno() == writer, sink.seekable(), sink.writable())
    print("grüße", file=sink)
    sink.write("zwei\r\nzeilen")
with os.fdopen(reader, "rb", buffering=0) as source:
    print(type(source).__name__, source.mode, source.name == reader, source.seekable())
    print(source.readall())
    fails(source.seek, 0)
    fails(source.tell)
fails(os.fstat, reader)

reader, writer = os.pipe()
with open(writer, "wb", closefd=False) as sink:
    sink.write(b"a\nb\nc")
os.write(writer, b"d\n")
os.close(writer)
with os.fdopen(reader, encoding="latin-1") as source:
    print(source.encoding, source.readline(), [line for line in source])

reader, writer = os.pipe()
os.close(reader)
fails(os.write, writer, b"nobody reads")
with open(writer, "wb", buffering=0) as sink:
    fails(sink.write, b"nobody reads")
fails(os.fdopen, "name")
fails(os.fdopen, 1.5)
fails(os.fdopen)
fails(os.fdopen, 99999, "w")
fails(os.fdopen, 0, "no mode")
reader, writer = os.pipe()
pair = io.BufferedRWPair(open(reader, "rb", 0), open(writer, "wb", 0))
print(pair.write(b"through the pair"), pair.flush(), pair.read(7), pair.peek(3)[:4], pair.readable(), pair.writable())
print(pair.close(), pair.closed)
fails(pair.write, b"closed")
fails(pair.read, 1)
