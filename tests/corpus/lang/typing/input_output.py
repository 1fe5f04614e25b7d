"""IO, TextIO, BinaryIO, Text: the classes that annotate files."""
import io
import typing
from typing import IO, TYPE_CHECKING, Any, BinaryIO, Text, TextIO, Union, get_type_hints

if TYPE_CHECKING:
    from nowhere import Nothing


def attempt(what, function):
    try:
        print(what, "->", function())
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


def first_line(source: TextIO) -> Text:
    return source.readline().rstrip("\n")


def size(source: BinaryIO) -> int:
    return len(source.read())


def both(source: IO[Any], later: "Nothing" = None) -> Union[str, bytes]:
    return source.read()


print(TYPE_CHECKING, Text is str, IO, TextIO, BinaryIO)
print(IO[str], IO[bytes], IO.__parameters__, TextIO.__bases__, BinaryIO.__mro__[1] is IO)
print(first_line(io.StringIO("one\ntwo\n")), size(io.BytesIO(b"12345")), both(io.BytesIO(b"x")))
print(get_type_hints(first_line), get_type_hints(size))
attempt("hints of both", lambda: get_type_hints(both))
print(get_type_hints(both, localns={"Nothing": int}))
attempt("IO[int, str]", lambda: IO[int, str])
attempt("TextIO[str]", lambda: TextIO[str])
attempt("BinaryIO[bytes]", lambda: BinaryIO[bytes])
attempt("IO.read", lambda: IO().read())
attempt("TextIO", lambda: TextIO().name)
attempt("BinaryIO", lambda: BinaryIO().write(b"x"))
attempt("Text", lambda: Text(b"\xff", "ascii"))
attempt("isinstance", lambda: isinstance(io.StringIO(), TextIO))
attempt("isinstance IO[str]", lambda: isinstance(io.StringIO(), IO[str]))


class Shouting(TextIO):
    """The annotation classes can be extended, which few people do."""

    def __init__(self):
        self.lines = []

    def write(self, text):
        self.lines.append(text.upper())
        return len(text)

    def flush(self):
        pass


shout = Shouting()
print("to an own file", 1, 2, sep="-", file=shout)
print(shout.lines, isinstance(shout, IO), isinstance(shout, TextIO), isinstance(shout, BinaryIO))
attempt("read", lambda: shout.readline())
attempt("in with", lambda: shout.__enter__())
print([name for name in dir(IO) if not name.startswith("_")])
print(sorted(IO.__abstractmethods__) if hasattr(IO, "__abstractmethods__") else "no abstract methods")
print([name for name in ("Text", "AnyStr", "SupportsBytes", "NoReturn") if name in typing.__all__])
