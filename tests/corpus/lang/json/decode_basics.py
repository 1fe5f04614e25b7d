"""json.loads: what it makes of each kind of text, its hooks and the places of its errors."""
import json
from collections import OrderedDict
from json import JSONDecodeError


def attempt(text, **options):
    try:
        value = json.loads(text, **options)
        print(repr(text), "->", repr(value), type(value).__name__)
    except JSONDecodeError as error:
        print(repr(text), "->", error, (error.msg, error.pos, error.lineno, error.colno))
    except Exception as error:
        print(repr(text), "->", type(error).__name__ + ":", error)


for text in ("null", "true", " false ", "0", "-0", "12", "1.0", "-1e3", "1E-2", "0.5e+1", "NaN", "-Infinity",
             "Infinity", '""', '"a"', '"\\u00e9\\n\\/\\""', '"\\ud83d\\ude00"', '"\\ud83d"', "[]", "{}",
             '\t[1,\r\n2 , {"a" : [ ] } ]\n', "123456789012345678901234567890", "1e400", b'{"bytes": 1}',
             bytearray(b"[2]"), '"caf\u00e9"'.encode("utf-16"), '"caf\u00e9"'.encode("utf-32-be"), '{"a": 1, "a": 2}'):
    attempt(text)

print("errors")
for text in ("", " ", "nul", "tru", "01", "1.", ".5", "+1", "-", "1e", "0x10", "'a'", '"a', '"a\nb"', '"\\x"',
             '"\\u12"', '"\\u12G4"', "[1", "[1,", "[1,]", "[1 2]", "[,1]", "{", '{"a"', '{"a":', '{"a":1', '{"a":1,}',
             '{a: 1}', "{1: 2}", '{"a" 1}', '{"a": }', "[1] [2]", "1 2", "//c", "\ufeff1", '"tab\there"', "]", '{"a":1 "b":2}',
             '[\n  1,\n  {"x": tru}\n]'):
    attempt(text)
attempt('"a\nb"', strict=False)
attempt(5)
attempt(None)
attempt(b"\xff")
attempt("1", encoding="utf-8")

print("hooks")
attempt('{"a": 1, "b": {"c": 2.50}}', object_hook=lambda d: sorted(d.items()))
attempt('{"a": 1, "b": {"a": 2, "a": 3}}', object_pairs_hook=lambda pairs: pairs)
attempt('{"a": 1}', object_hook=lambda d: "not used", object_pairs_hook=OrderedDict)
attempt("[1.50, 2, 1e5]", parse_float=str)
attempt("[1.50, 2, -7]", parse_int=lambda text: f"int {text}")
attempt("[NaN, -Infinity, Infinity, 1]", parse_constant=lambda name: name.lower())
attempt("[NaN]", parse_constant=int)
attempt("[1]", parse_int=5)


def refuse(pairs):
    if len(dict(pairs)) < len(pairs):
        raise ValueError("a name twice")
    return dict(pairs)


attempt('{"a": 1, "a": 2}', object_pairs_hook=refuse)
error = JSONDecodeError("made", "line\nof text", 7)
print(error, error.doc == "line\nof text", error.lineno, error.colno, isinstance(error, ValueError))
