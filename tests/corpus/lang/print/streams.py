# The standard streams as objects.
import io
import sys

for name in ("stdin", "stdout", "stderr"):
    stream = getattr(sys, name)
    print(name, type(stream).__name__, stream.name, stream.mode, stream.encoding, stream is getattr(sys, f"__{name}__"))
    print(stream.fileno(), stream.isatty(), stream.closed, stream.readable(), stream.writable(), stream.newlines)
    print(isinstance(stream, io.TextIOBase), type(stream.buffer).__name__, type(stream.buffer.raw).__name__, stream.buffer.name, stream.buffer.raw.mode)
    print(repr(stream), stream.line_buffering, stream.write_through)
print(sys.stderr.errors)
print(repr(sys.stdin.read()), repr(sys.stdin.readline()), list(sys.stdin))
sys.stdout.write("text ")
sys.stdout.writelines(["and ", "more\n"])
sys.stdout.flush()
print(sys.stdout.buffer.write(b"bytes\n"))
sys.stdout.flush()
for method, args in (("read", ()), ("readline", ()), ("write", (1,)), ("write", (b"x",))):
    try:
        getattr(sys.stdout, method)(*args)
    except Exception as error:
        print(type(error).__name__, error)
try:
    sys.stdin.write("x")
except io.UnsupportedOperation as error:
    print(error)
sys.stdout.reconfigure(line_buffering=True)
print("by lines", sys.stdout.line_buffering)
sys.stdout.reconfigure(encoding="ascii", errors="backslashreplace")
print("é€", sys.stdout.encoding, sys.stdout.errors)
sys.stdout.write("ü\n")
sys.stdout.reconfigure(encoding="utf-8", errors="strict", newline="\r\n")
print("é")
sys.stdout.reconfigure(newline="\n")
try:
    print("\ud800")
except UnicodeEncodeError as error:
    print(error)
sys.stderr.write("to stderr é \ud800\n")
print("by print", file=sys.stderr)
out = open(1, "w", closefd=False)
out.close()
print("end")
