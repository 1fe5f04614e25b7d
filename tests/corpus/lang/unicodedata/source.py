# Names in literals, and the form of identifiers.


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


print(ascii("\N{LATIN SMALL LETTER A}\N{bullet}\N{LINE FEED}\N{HANGUL SYLLABLE GA}x\N{EURO SIGN}"))
print(ascii(f"\N{DEGREE SIGN}{1 + 1}\N{EURO SIGN}"), r"\N{x}", b"\N{x}" if False else "")
for source in (r"'\N{nothing}'", r"'\N{}'", r"'\N'", r"'\Nx'", r"'\N{KEYCAP DIGIT ONE}'", r"f'\N{nothing}'",
               r"'ab\N{SPACE'"):
    try:
        print(ascii(eval(source)))
    except SyntaxError as error:
        print(source, ascii(error.msg))
ﬁ = 3
print(fi, ﬁ)


class K:
    ⅷ = 8


k = K()
k.ⅸ = 9
print(k.viii, k.ix, getattr(k, "ix"), sorted(vars(k)))


def µ(ａ=1, *, ｂ=2):
    return a, b


print(µ.__name__ == "\u03bc", µ(ａ=4, b=5), μ())
exec("\U0001d431 = 9")
print(x, "\U0001d431" in globals())
import ｓys
print(sys.__name__)
print("\xe9\u20ac".encode("ascii", "namereplace"))
