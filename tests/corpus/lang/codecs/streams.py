# Files in an encoding.
import codecs
import io


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


text = "line one\nzwei \xe4\u20ac\r\nthree\rlast"
for encoding in ("utf-8", "utf-16", "utf-32-be", "utf-8-sig", "latin-1"):
    raw = text.encode(encoding, "replace")
    make = codecs.getreader(encoding)
    show(make(io.BytesIO(raw)).read)
    show(lambda: list(make(io.BytesIO(raw))))
    show(make(io.BytesIO(raw)).readlines)
    show(make(io.BytesIO(raw)).readline, keepends=False)

    def parts():
        reader = make(io.BytesIO(raw))
        return [reader.read(5, 3), reader.read(-1, 2), reader.readline(), reader.read()]

    show(parts)
    out = io.BytesIO()
    writer = codecs.getwriter(encoding)(out)
    writer.write("a\xe4")
    writer.writelines(["b", "c"])
    print(out.getvalue())
both = codecs.StreamReaderWriter(io.BytesIO(), codecs.getreader("utf-8"), codecs.getwriter("utf-8"))
both.write("\xe9\nx")
both.writelines(["y", "z"])
both.seek(0)
print(both.read(), both.encoding)
both.seek(0)
print(both.readline(), list(both), both.readlines(), both.getvalue())
both.reset()
recoder = codecs.EncodedFile(io.BytesIO("\xe9\u20ac\nx".encode("utf-8")), "utf-16-le", "utf-8")
print(recoder.readline(), recoder.read(), recoder.data_encoding, recoder.file_encoding)
out = io.BytesIO()
recoder = codecs.StreamRecoder(out, codecs.getencoder("latin-1"), codecs.getdecoder("latin-1"),
                               codecs.getreader("utf-8"), codecs.getwriter("utf-8"))
recoder.write(b"\xe9")
recoder.writelines([b"a", b"\xff"])
print(out.getvalue())
with codecs.getreader("utf-8")(io.BytesIO(b"x")) as reader:
    print(reader.read())
print(reader.stream.closed)
show(codecs.getwriter("ascii")(io.BytesIO()).write, "\xe9")
show(codecs.getreader("utf-8")(io.BytesIO(b"a\xff")).read)
show(codecs.getreader("utf-8")(io.BytesIO(b"\xff"), "replace").read)
show(codecs.open, "/nothing/there", "r", "utf-8")
show(codecs.EncodedFile, io.BytesIO(), "nothing")
show(next, codecs.getreader("utf-8")(io.BytesIO(b"")))
