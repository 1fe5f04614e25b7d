"""StreamReader, StreamWriter, StreamReaderWriter, StreamRecoder, Codec, over byte streams."""
import codecs
import io


def attempt(what, function):
    try:
        print(what, "->", repr(function()))
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


raw = io.BytesIO("première\nzwölf\r\nlast".encode("utf-8"))
reader = codecs.getreader("utf-8")(raw)
print(isinstance(reader, codecs.StreamReader), isinstance(reader, codecs.Codec), reader.errors)
print(repr(reader.readline()), repr(reader.read(size=4, chars=2)), repr(reader.readline(keepends=False)), repr(reader.read()), repr(reader.read()))
reader.seek(0)
print([line for line in reader], reader.stream is raw)
reader.seek(0)
print(reader.readlines(keepends=False), reader.getvalue() == raw.getvalue())
reader.reset()

out = io.BytesIO()
writer = codecs.getwriter("utf-16-le")(out, errors="replace")
print(isinstance(writer, codecs.StreamWriter), writer.write("aé"), writer.writelines(["b", "c"]), out.getvalue())
writer.reset()
ascii_writer = codecs.getwriter("ascii")(io.BytesIO())
attempt("é to ascii", lambda: ascii_writer.write("é"))
ascii_writer.errors = "xmlcharrefreplace"
ascii_writer.write("é")
print(ascii_writer.stream.getvalue())
ascii_reader = codecs.getreader("ascii")(io.BytesIO(b"ok\n\xff\nok"))
attempt("a bad line ahead", lambda: ascii_reader.readline())
attempt("bad line", lambda: ascii_reader.readline())

info = codecs.lookup("latin-1")
both = codecs.StreamReaderWriter(io.BytesIO(b"\xe9t\xe9\n"), info.streamreader, info.streamwriter)
print(repr(both.read()), both.write("ü"), both.stream.getvalue(), both.encoding)
both.seek(0)
print([line for line in both])
with both as inside:
    print(inside is both)
print(both.closed)
utf8 = codecs.lookup("utf-8")
recoder = codecs.StreamRecoder(io.BytesIO("é€".encode("utf-16-le")), utf8.encode, utf8.decode,
                               codecs.getreader("utf-16-le"), codecs.getwriter("utf-16-le"))
print(recoder.read(), recoder.write("ß".encode("utf-8")), recoder.stream.getvalue()[-2:])
recoded = codecs.EncodedFile(io.BytesIO("naïve\nß".encode("latin-1")), "utf-8", "latin-1")
print(recoded.readline(), recoded.read(), recoded.data_encoding, recoded.file_encoding)
attempt("EncodedFile cannot write", lambda: codecs.EncodedFile(io.BytesIO(), "utf-8", "ascii").write("é".encode()))
attempt("EncodedFile of no encoding", lambda: codecs.EncodedFile(io.BytesIO(), "nowhere"))
attempt("StreamReader", lambda: codecs.StreamReader())
attempt("StreamReader of a codec without decode", lambda: codecs.StreamReader(io.BytesIO(b"x")).read())
attempt("StreamWriter", lambda: codecs.StreamWriter(io.BytesIO()).write("x"))
attempt("StreamReaderWriter", lambda: codecs.StreamReaderWriter(io.BytesIO()))
attempt("StreamRecoder", lambda: codecs.StreamRecoder(io.BytesIO(), 1, 2, 3, 4))
attempt("Codec.encode", lambda: codecs.Codec().encode("x"))
attempt("Codec.decode", lambda: codecs.Codec().decode(b"x"))
attempt("CodecInfo", lambda: codecs.CodecInfo())
made = codecs.CodecInfo(lambda text, errors: (text.upper(), len(text)), None, name="upper")
print(made.name, made.encode("ab", "strict"), made[1], len(made), made.streamreader)
