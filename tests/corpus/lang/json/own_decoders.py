"""JSONDecoder: raw_decode over a stream, hooks that build objects, a subclass, json.load and dump."""
import io
import json
from dataclasses import dataclass
from json import JSONDecodeError, JSONDecoder


def attempt(what, function):
    try:
        print(what, "->", function())
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


@dataclass
class Circle:
    radius: float


@dataclass
class Square:
    side: int


KINDS = {"circle": Circle, "square": Square}


def build(found):
    kind = found.pop("kind", None)
    return KINDS[kind](**found) if kind else found


TEXT = '{"shapes": [{"kind": "circle", "radius": 1.5}, {"kind": "square", "side": 2}], "n": 2}'
print(json.loads(TEXT, object_hook=build))
attempt("unknown kind", lambda: json.loads('{"kind": "cube"}', object_hook=build))
attempt("missing field", lambda: json.loads('{"kind": "circle"}', object_hook=build))


def documents(text):
    """Several documents, one after another."""
    decoder, at = JSONDecoder(), 0
    while True:
        while at < len(text) and text[at].isspace():
            at += 1
        if at == len(text):
            return
        value, at = decoder.raw_decode(text, at)
        yield value, at


print(list(documents('{"a": 1} [2]\n"three"4 null ')))
attempt("broken stream", lambda: list(documents("[1] [2,")))


class Strict(JSONDecoder):
    """No floats, no names that repeat."""

    def __init__(self, **options):
        super().__init__(object_pairs_hook=self.pairs, parse_float=self.no_float, **options)

    def pairs(self, pairs):
        names = [name for name, _ in pairs]
        for name in names:
            if names.count(name) > 1:
                raise KeyError(name)
        return dict(pairs)

    def no_float(self, text):
        raise ValueError(f"no floats, please: {text}")


attempt("strict", lambda: json.loads('{"a": [1, 2]}', cls=Strict))
attempt("strict, twice", lambda: json.loads('{"a": 1, "a": 2}', cls=Strict))
attempt("strict, float", lambda: json.loads("[1.0]", cls=Strict))
attempt("strict, option", lambda: json.loads("[1]", cls=Strict, parse_int=str))
decoder = JSONDecoder()
print(decoder.decode(" [1] "), decoder.raw_decode("[1] rest"), decoder.strict)
attempt("decode extra", lambda: decoder.decode("[1] rest"))
attempt("raw_decode blank", lambda: decoder.raw_decode(" [1]"))
attempt("raw_decode beyond", lambda: decoder.raw_decode("[1]", 10))
attempt("JSONDecoder", lambda: JSONDecoder(dict))
attempt("JSONDecodeError", lambda: JSONDecodeError("message"))

print("files")
file = io.StringIO()
print(json.dump({"k": [1, 2]}, file, indent=1), repr(file.getvalue()))
file.seek(0)
print(json.load(file), json.load(io.BytesIO(b'{"x": "\xc3\xa9"}')))
attempt("load at the end", lambda: json.load(file))
attempt("load of a text", lambda: json.load("[1]"))
attempt("dump without a file", lambda: json.dump([1]))
attempt("dump to a list", lambda: json.dump([1], []))
partial = io.StringIO()
attempt("dump of a set", lambda: json.dump([1, "two", {3}], partial))
print(repr(partial.getvalue()))
