"""json.dumps: every type, separators, indent, sort_keys, ensure_ascii, and the failures."""
import json
from collections import OrderedDict, defaultdict, namedtuple
from enum import IntEnum, Enum


def attempt(what, function):
    try:
        print(what, "->", function())
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


for value in (None, True, False, 0, -1, 10 ** 30, 1.0, -0.0, 1e16, 1e-7, 1.5e300, "text", "", [], {}, (), [[]],
              [1, "two", None], (1, (2,)), {"a": {"b": []}}, 0.1 + 0.2, 123456789.123):
    print(json.dumps(value), end=" ")
print()
print(json.dumps('quotes " and \\ and / \b\f\n\r\t\x00\x1f\x7f'), json.dumps("ünï \u20ac \U0001f600 \ud800"))
print(json.dumps("ünï €\u2028", ensure_ascii=False), json.dumps({"é": "ß"}, ensure_ascii=False))
print(json.dumps([float("nan"), float("inf"), float("-inf")]))

data = {"b": [1, 2, {"c": ()}], "a": {}, "empty": [], 3: None, None: 1, True: 2, 1.5: 3}
print(json.dumps(data))
print(json.dumps(data, indent=2))
print(json.dumps(data, indent="--", separators=(";", "=")))
print(json.dumps(data, separators=(",", ":")), json.dumps([1, [2]], indent=0))
print(json.dumps({"b": 1, "a": {"z": 1, "y": 2}}, sort_keys=True), json.dumps([1, {"x": 2}], indent=True))

Point = namedtuple("Point", "x y")


class Level(IntEnum):
    LOW = 1


class Text(str):
    pass


print(json.dumps(Point(1, 2)), json.dumps(Level.LOW), json.dumps({Level.LOW: Level.LOW}), json.dumps(Text("t")))
print(json.dumps(OrderedDict(z=1, a=2)), json.dumps(defaultdict(list, k=[1])))

attempt("a set", lambda: json.dumps({1, 2}))
attempt("nested object", lambda: json.dumps({"a": [object]}))
attempt("bytes", lambda: json.dumps(b"x"))
attempt("complex", lambda: json.dumps(1j))
attempt("an enum", lambda: json.dumps(Enum("E", "A").A))
attempt("tuple key", lambda: json.dumps({(1, 2): 3}))
attempt("skipped keys", lambda: json.dumps({(1, 2): 3, "k": 4, b"b": 5}, skipkeys=True))
attempt("nan refused", lambda: json.dumps([1, float("nan")], allow_nan=False))
attempt("inf refused", lambda: json.dumps(float("-inf"), allow_nan=False))
attempt("mixed keys sorted", lambda: json.dumps({"a": 1, 2: 3}, sort_keys=True))
ring = [1]
ring.append({"ring": ring})
attempt("a ring", lambda: json.dumps(ring))
attempt("no argument", lambda: json.dumps())
attempt("unknown option", lambda: json.dumps(1, pretty=True))
shared = [1]
print(json.dumps([shared, shared, {"s": shared}]))
