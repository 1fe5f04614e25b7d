# Universal newlines, piece by piece: what a decoder of newlines keeps back and has seen.
import codecs
import io
from io import IncrementalNewlineDecoder


def fails(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__)


def feed(decoder, *pieces):
    out = [decoder.decode(piece, final=at == len(pieces) - 1) for at, piece in enumerate(pieces)]
    print(out, repr("".join(out)), decoder.newlines)


feed(IncrementalNewlineDecoder(None, translate=True), "a\r", "\nb\r", "c\n", "\r")
feed(IncrementalNewlineDecoder(None, translate=False), "a\r", "\nb\r", "c\n", "\r")
feed(IncrementalNewlineDecoder(None, True), "no newline")
feed(IncrementalNewlineDecoder(None, True), "\n\n")
feed(IncrementalNewlineDecoder(None, True), "\r\n", "")
feed(IncrementalNewlineDecoder(None, True), "\r", "", "\r", "\n")
make = codecs.getincrementaldecoder("utf-8")
feed(IncrementalNewlineDecoder(make(), True), b"\xc3", b"\xa4\r", b"\n\xe2\x82", b"\xac\r")
feed(IncrementalNewlineDecoder(make("replace"), True), b"\xff\r\n", b"\xe2\x82")
feed(IncrementalNewlineDecoder(codecs.getincrementaldecoder("utf-16")(), True), *[bytes([b]) for b in "a\r\nb\r".encode("utf-16")])
decoder = IncrementalNewlineDecoder(make(), True)
fails(decoder.decode, b"\xff")
fails(decoder.decode, "text")
fails(decoder.decode, b"x\r", final=False)
state = decoder.getstate()
print(state)
fails(decoder.decode, b"\n")
decoder.setstate(state)
fails(decoder.decode, b"z")
decoder.setstate((b"", 0))
fails(decoder.decode, b"\n", True)
decoder.reset()
print(decoder.newlines, decoder.getstate())
fails(decoder.setstate, 5)
fails(decoder.decode)
fails(IncrementalNewlineDecoder)
fails(IncrementalNewlineDecoder, None)
fails(IncrementalNewlineDecoder(5, True).decode, b"x")
fails(IncrementalNewlineDecoder(None, True).decode, b"bytes without a decoder")
fails(IncrementalNewlineDecoder(None, True, "strict").decode, "x\r\n")

for newline in (None, "", "\n", "\r", "\r\n"):
    stream = io.TextIOWrapper(io.BytesIO(b"a\rb\r\nc\nd\r"), encoding="ascii", newline=newline)
    print(repr(newline), stream.readlines(), stream.newlines, end=" | ")
    stream = io.StringIO("a\rb\r\nc\nd\r", newline=newline)
    print(stream.readlines(), stream.newlines, end=" | ")
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii", newline=newline)
    stream.write("x\ny\r\nz\r")
    stream.flush()
    print(raw.getvalue())
stream = io.TextIOWrapper(io.BytesIO(b"1\r\n2\r3\n"), encoding="ascii")
for _ in range(4):
    print(repr(stream.readline()), stream.newlines)
for bad in ("x", "\n\n", 5, b"\n"):
    fails(io.StringIO, "", bad)
    fails(io.TextIOWrapper, io.BytesIO(), "ascii", newline=bad)
stream.reconfigure(newline="\r")
stream.seek(0)
print(stream.readlines())
fails(stream.reconfigure, newline="y")
