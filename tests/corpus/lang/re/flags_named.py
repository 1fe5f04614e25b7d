"""Flags by their long names: ASCII, DOTALL, LOCALE, MULTILINE, UNICODE, VERBOSE, RegexFlag."""
import re


def attempt(what, function, *args):
    try:
        print(what, "->", repr(function(*args)))
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


for flag in (re.ASCII, re.IGNORECASE, re.LOCALE, re.UNICODE, re.MULTILINE, re.DOTALL, re.VERBOSE, re.DEBUG, re.NOFLAG, re.TEMPLATE):
    print(repr(flag), int(flag), flag.name, isinstance(flag, re.RegexFlag))
both = re.IGNORECASE | re.MULTILINE
print(repr(both), re.I in both, re.S in both, repr(both & re.M), repr(both ^ re.I), bool(re.NOFLAG), repr(re.RegexFlag(0)), repr(re.RegexFlag["DOTALL"]))
attempt("RegexFlag", re.RegexFlag, "x")
attempt("RegexFlag of a name", lambda: re.RegexFlag["NOWHERE"])
attempt("RegexFlag of unknown bits", lambda: int(re.RegexFlag(1 << 20)))
TEXT = "Éa1\nb٣ c\n"
print(re.findall(r"\w", TEXT), re.findall(r"\w", TEXT, re.ASCII), re.findall(r"\d", TEXT, re.UNICODE))
print(re.findall(r"^.", TEXT, re.MULTILINE), re.findall(r".$", TEXT), re.findall(r".$", TEXT, re.MULTILINE))
print(re.findall(r"a.+", TEXT), re.findall(r"a.+", TEXT, re.DOTALL), re.findall("É", "é", re.I), re.findall("É", "é", re.I | re.ASCII))
pattern = re.compile(r"""
    (?P<year>\d{4})   # a year,
    [-/\ ]            # a separator: dash, slash or space
    (?P<month>\d\d)   \#?
    """, re.VERBOSE)
print(pattern.match("2024 05#").groupdict(), pattern.fullmatch("2024-12") is not None, repr(pattern.flags))
print(re.findall(rb"\w", "é a".encode("latin-1"), re.LOCALE), re.compile(b"a", re.LOCALE).flags)
attempt("LOCALE with text", re.compile, "a", re.LOCALE)
attempt("LOCALE with ASCII", re.compile, b"a", re.LOCALE | re.ASCII)
attempt("UNICODE with bytes", re.compile, b"a", re.UNICODE)
attempt("ASCII with UNICODE", re.compile, "a", re.ASCII | re.UNICODE)
attempt("a compiled pattern with flags", re.compile, pattern, re.I)
attempt("MULTILINE as a count", lambda: re.split("a", "bab", re.MULTILINE))
attempt("flags of no number", re.compile, "a", "i")
print(re.compile(pattern) is pattern, pattern == re.compile(pattern.pattern, re.VERBOSE), hash(pattern) == hash(re.compile(pattern.pattern, re.X)))
print(repr(re.compile("a", re.I | re.S)), repr(re.compile(b"\x00")), repr(re.compile("x" * 250))[-12:], repr(re.compile("", re.ASCII)))
attempt("Pattern", lambda: re.Pattern())
attempt("Match", lambda: re.Match())
attempt("inline", lambda: re.compile("(?imsxa)a.b").flags)
print(re.purge(), isinstance(pattern, re.Pattern), isinstance(re.match("a", "a"), re.Match))
attempt("purge", lambda: re.purge(1))
