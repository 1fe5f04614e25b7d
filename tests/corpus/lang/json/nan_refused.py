"""Numbers that JSON does not have: written by default, refused with allow_nan=False, read back."""
import io
import json

NAN, INF = float("nan"), float("inf")


def attempt(what, function):
    try:
        print(what, "->", function())
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


for value in (NAN, [INF], {"k": -INF}, {NAN: 1}, (1.5, [NAN])):
    print(json.dumps(value), json.dumps(value, indent=None))
    attempt("  in one go", lambda: json.dumps(value, allow_nan=False))
    attempt("  indented", lambda: json.dumps(value, allow_nan=False, indent=1))
    attempt("  in parts", lambda: list(json.JSONEncoder(allow_nan=False).iterencode(value)))
    attempt("  with default", lambda: json.dumps(value, allow_nan=False, default=repr))
    file = io.StringIO()
    attempt("  to a file", lambda: json.dump(value, file, allow_nan=False))
    print("  ", repr(file.getvalue()))

print(json.loads("[NaN, Infinity, -Infinity]"), json.loads("-Infinity") == -INF)
print(json.dumps(json.loads("[NaN, 1e999, -1e999]")))
attempt("nan", lambda: json.loads("nan"))
attempt("-NaN", lambda: json.loads("-NaN"))
attempt("Infinit", lambda: json.loads("Infinit"))
attempt("+Infinity", lambda: json.loads("+Infinity"))
print(json.loads("[NaN, -Infinity]", parse_constant={"NaN": None, "-Infinity": "low"}.get))
