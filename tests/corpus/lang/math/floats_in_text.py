"""Floats written and read: shortest digits, hex, ratios, rounding, sums that keep their digits."""
import math


def attempt(what, function, *args):
    try:
        print(what, "->", function(*args))
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


VALUES = (0.1, 1 / 3, 1e22, 1e23, 123456789012345680.0, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 9007199254740993.0, 0.5, -2.675)
for value in VALUES:
    print(repr(value), value.hex(), float.fromhex(value.hex()) == value, f"{value:.3e} {value:.17g} {value:g} {value:n}", value.as_integer_ratio()[1].bit_length())
    print("   ", round(value, 2), f"{value:.0f}"[:20], f"{value:+,.2f}"[:24], f"{value:%}"[:20], math.frexp(value), math.modf(value)[1])
for text in ("1_000.5", " 1e3\n", "0x1p3", "1__0", "infinity", "-NAN", ".5", "5.", "1e", "", "1e400", "-1e-400", "٣.٥", "1,5", "+-1", "0.1e-1_0", "1 2", "nan(1)"):
    attempt(repr(text), float, text)
for text in ("0x1.8p1", "-0x.8p-1074", "0x1p1024", "inf", "1.8", "0x", "0x1.fffffffffffff8p1023", "0x1p-1080", " 0X10 ", "0xg"):
    attempt(repr(text), float.fromhex, text)
tenths = [0.1] * 10
print(sum(tenths), math.fsum(tenths), math.fsum([1e100, 1.0, -1e100]), sum([1e100, 1.0, -1e100]), math.fsum([]))
attempt("fsum", math.fsum, [1, "2"])
attempt("fsum overflow", math.fsum, [1e308, 1e308])
attempt("fsum inf", math.fsum, [math.inf, -math.inf])
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5)], round(2.675, 2), round(1234.5, -2), round(1e300, 2) == 1e300, round(-0.4), round(5, -1), round(15, -1))
attempt("round inf", round, math.inf)
attempt("round nan", round, math.nan)
attempt("int nan", int, math.nan)
attempt("ratio of inf", math.inf.as_integer_ratio)
print(0.1 + 0.2 == 0.3, math.isclose(0.1 + 0.2, 0.3), math.isclose(0, 1e-12), math.isclose(0, 1e-12, abs_tol=1e-9))
print(math.dist((0, 0), (3, 4)), math.hypot(1, 2, 2), math.hypot(1e200, 1e200), math.hypot(), math.fmod(-7, 3), -7 % 3, math.remainder(7, 4))


def parse_ratio(text):
    """A decimal text as an exact ratio of integers."""
    digits, _, exponent = text.lower().partition("e")
    whole, _, part = digits.partition(".")
    top, bottom = int(whole + part), 10 ** len(part)
    shift = int(exponent or 0)
    top, bottom = (top * 10 ** shift, bottom) if shift >= 0 else (top, bottom * 10 ** -shift)
    divisor = math.gcd(top, bottom)
    return top // divisor, bottom // divisor


for text in ("0.1", "2.675", "1e-3", "123.456e2", "0.30000000000000004", "9007199254740993"):
    top, bottom = parse_ratio(text)
    exact, close = float(text).as_integer_ratio(), top / bottom
    print(text, (top, bottom), close == float(text), exact == (top, bottom), top * exact[1] - exact[0] * bottom)
