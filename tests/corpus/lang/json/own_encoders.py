"""JSONEncoder subclasses and default=: dates, sets, complex numbers, and encoders that go wrong."""
import io
import json
from dataclasses import asdict, dataclass, field, is_dataclass
from json import JSONEncoder


def attempt(what, function):
    try:
        print(what, "->", function())
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


@dataclass
class Part:
    name: str
    cost: float


@dataclass
class Machine:
    title: str
    parts: list = field(default_factory=list)
    tags: frozenset = frozenset()


class Encoder(JSONEncoder):
    def default(self, value):
        if is_dataclass(value):
            return {"__type__": type(value).__name__, **vars(value)}
        if isinstance(value, (set, frozenset)):
            return sorted(value)
        if isinstance(value, complex):
            return {"re": value.real, "im": value.imag}
        if isinstance(value, bytes):
            return value.hex()
        return super().default(value)


machine = Machine("M1", [Part("gear", 2.5), Part("belt", 1)], frozenset({"old", "big"}))
print(json.dumps(machine, cls=Encoder))
print(json.dumps({"m": machine, "z": [1j, b"\x01\xff"]}, cls=Encoder, indent=1, sort_keys=True))
print(Encoder().encode({3, 1, 2}), list(Encoder().iterencode([set(), {"k": (1,)}])))
print("".join(Encoder(indent=2).iterencode([{1}, 2.0])))
attempt("still unknown", lambda: json.dumps(range(3), cls=Encoder))
print(json.dumps(machine.parts, default=asdict))
print(json.dumps([1j, range(2)], default=str), json.dumps({1}, default=list), json.dumps([object], default=lambda o: None))
attempt("default raises", lambda: json.dumps([1j], default=int))
attempt("default goes in circles", lambda: json.dumps([1j], default=lambda value: [value]))

calls = []


class Counting(JSONEncoder):
    def encode(self, value):
        calls.append("encode")
        return super().encode(value)

    def iterencode(self, value, _one_shot=False):
        calls.append(("iterencode", _one_shot))
        return super().iterencode(value, _one_shot)


json.dumps([1], cls=Counting)
json.dump([1], io.StringIO(), cls=Counting)
print(calls)
encoder = JSONEncoder(skipkeys=True, ensure_ascii=False, check_circular=False, allow_nan=False, sort_keys=True,
                      indent=None, separators=None, default=repr)
print(encoder.encode({"b": 1j, "a": "é"}), encoder.item_separator, encoder.key_separator)
print(JSONEncoder(indent=1).item_separator, JSONEncoder.item_separator, JSONEncoder(separators=("|", "=")).key_separator)
attempt("JSONEncoder of positions", lambda: JSONEncoder(True))
attempt("JSONEncoder.default", lambda: JSONEncoder().default(5))
attempt("encode nan", lambda: encoder.encode(float("nan")))
ring = {}
ring["ring"] = ring
attempt("no check of rings", lambda: JSONEncoder(check_circular=False).encode(ring))


class Odd(float):
    def __repr__(self):
        return "odd"


class OddInt(int):
    def __repr__(self):
        return "odd"


print(json.dumps([Odd(1.5), OddInt(3), {OddInt(4): Odd(2)}]))
