"""string.Formatter: parse, own get_value, convert_field, format_field, automatic numbering."""
import string


def attempt(what, function):
    try:
        print(what, "->", repr(function()))
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


plain = string.Formatter()
for text in ("plain", "{}", "{0.a[b]!r:>{w}}x{{y}}", "{a!s}", "{:}", "{", "}", "{a!}", "{a!rs}", "{!x}", "{a:{b}{c}}", "{{{a}}}"):
    attempt(text, lambda: list(plain.parse(text)))
attempt("mixed", lambda: plain.format("{} {1}", 1, 2))
attempt("mixed back", lambda: plain.format("{1} {}", 1, 2))
attempt("named", lambda: plain.format("{x} {0[1]} {x.real:{w}.{p}f}", [1, 2], x=3, w=6, p=2))
attempt("vformat", lambda: plain.vformat("{0}{k}", (1,), {"k": 2}))
attempt("missing", lambda: plain.format("{2}", 1))
attempt("missing name", lambda: plain.format("{k}"))
attempt("bad conversion", lambda: plain.format("{0!x}", 1))
attempt("too deep", lambda: plain.format("{0:{1:{2}}}", 1, 2, 3))
attempt("no format", lambda: plain.format())
attempt("Formatter", lambda: string.Formatter(5))
attempt("get_field", lambda: (plain.get_field("0.real[x]", (5,), {}), 1))
print(plain.get_field("a.real", (), {"a": 5}), plain.get_value(0, ["x"], {}), plain.get_value("k", [], {"k": 1}))
print(plain.convert_field("é", "a"), plain.convert_field(5, None), plain.format_field(3.14159, ".2f"))


class Fancy(string.Formatter):
    """Names with defaults, own conversions, unused arguments refused."""

    def get_value(self, key, args, kwargs):
        if isinstance(key, str) and key not in kwargs:
            return f"<{key}?>"
        return super().get_value(key, args, kwargs)

    def convert_field(self, value, conversion):
        if conversion == "u":
            return str(value).upper()
        return super().convert_field(value, conversion)

    def format_field(self, value, spec):
        if spec.endswith("times"):
            return str(value) * int(spec[:-5])
        return super().format_field(value, spec)

    def check_unused_args(self, used, args, kwargs):
        left = set(range(len(args))) | kwargs.keys()
        if left - used:
            raise ValueError(f"not used: {sorted(map(str, left - used))}")


fancy = Fancy()
attempt("default", lambda: fancy.format("{a} {b}", a=1))
attempt("upper", lambda: fancy.format("{0!u:>6}|{0!r}", "ab"))
attempt("times", lambda: fancy.format("{x:3times}{x:{n}times}", x="-", n=2))
attempt("unused", lambda: fancy.format("{0}", 1, 2, k=3))
attempt("missing index", lambda: fancy.format("{3}", 1))
