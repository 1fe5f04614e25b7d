# Which encoding a text stream gets, what it says of it, and what it cannot encode or decode.
import io
import os
import sys


def fails(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


def check(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__)


print(io.text_encoding("latin-1"), io.text_encoding(5))
print(io.text_encoding(None) in ("locale", "utf-8"), io.text_encoding(None, 3) == io.text_encoding(None))
check(io.text_encoding)
check(io.text_encoding, None, 2, 3)
print(io.DEFAULT_BUFFER_SIZE, io.SEEK_SET, io.SEEK_CUR, io.SEEK_END, io.open is open)
name = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"io-encoding-{os.getpid()}")
for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32-be", "latin-1", "ascii"):
    with io.open(name, "w", encoding=encoding, errors="backslashreplace", newline="\n") as file:
        file.write("Größe ")
        file.write("€\n")
        print(file.encoding, file.errors, file.tell(), end=" ")
    with io.open(name, "rb") as file:
        print(file.read().hex())
    with io.open(name, encoding=encoding) as file:
        print("   ", repr(file.read()), file.tell())
with open(name, "a", encoding="utf-16") as file:
    file.write("x")
with open(name, "wb") as file:
    file.write(b"good \xe4 bad\nnext")
for errors in (None, "strict", "ignore", "replace", "surrogateescape", "backslashreplace"):
    with open(name, encoding="utf-8", errors=errors) as file:
        try:
            print(ascii(file.read()), file.errors)
        except UnicodeDecodeError as error:
            print(error.reason, error.start, error.end, error.object[error.start:error.end])
with open(name, encoding="ascii") as file:
    check(file.readline)
    check(file.read)
with open(name, "w", encoding="ascii") as file:
    check(file.write, "ok ")
    check(file.write, "kö")
    check(file.write, "\n")
    for errors in ("ignore", "replace", "xmlcharrefreplace", "namereplace"):
        file.reconfigure(errors=errors)
        file.write("ä€|")
    file.reconfigure(encoding="utf-8", errors="strict")
    file.write("ä")
    check(file.reconfigure, encoding=5)
    check(file.reconfigure, line_buffering="x")
print(open(name, "rb").read())
fails(io.open, name, encoding="no-such")
fails(io.open, name, "wb", encoding="utf-8")
fails(io.open, name, "rb", errors="strict")
fails(io.open, name, "rb", newline="\n")
fails(io.open, name, "rw")
fails(io.open, name, "")
fails(io.open, name, "Ub")
fails(io.open, name, "w", buffering=0)
fails(io.open, name, closefd=False)
fails(io.open, name, mode=5)
fails(io.open, 3.5)
fails(io.open, -1)
check(io.open)
wrapper = io.TextIOWrapper(io.BytesIO())
print(wrapper.encoding.lower(), wrapper.errors, wrapper.line_buffering, wrapper.write_through, wrapper.newlines)
print(repr(wrapper).lower(), sys.stdout.encoding, sys.stdin.encoding)
os.remove(name)
