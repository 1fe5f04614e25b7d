"""A survey of single characters: every function of unicodedata, with and without a default."""
import unicodedata


def attempt(what, function, *args):
    try:
        print(what, "->", repr(function(*args)))
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


print(unicodedata.unidata_version)
CHARACTERS = "a Z5²½Ⅷ٣一é\u0301\u202eא\t€(¬ǆﬁ가\U0001f600\ud800\u0378\ue000Å"
for char in CHARACTERS:
    print(f"{ord(char):6x} {unicodedata.name(char, '-'):40} {unicodedata.category(char)} {unicodedata.bidirectional(char) or '-':3}",
          unicodedata.combining(char), unicodedata.mirrored(char), unicodedata.east_asian_width(char),
          unicodedata.decimal(char, None), unicodedata.digit(char, None), unicodedata.numeric(char, None),
          ascii(unicodedata.decomposition(char)))
for name in ("LATIN SMALL LETTER E WITH ACUTE", "latin small letter e", "HANGUL SYLLABLE GAG", "CJK UNIFIED IDEOGRAPH-4E00",
             "GREEK SMALL LETTER FINAL SIGMA", "BELL", "SNOWMAN", "LATIN CAPITAL LETTER GHA"):
    attempt(name, unicodedata.lookup, name)
attempt("lookup", unicodedata.lookup, "NO SUCH CHARACTER")
attempt("lookup", unicodedata.lookup, "")
attempt("lookup", unicodedata.lookup, "CJK UNIFIED IDEOGRAPH-0041")
attempt("lookup", unicodedata.lookup, 5)
for function in (unicodedata.name, unicodedata.decimal, unicodedata.digit, unicodedata.numeric):
    for arguments in (("x" if function is not unicodedata.name else "\x00",), ("",), ("ab",), (5,), (), ("\x01", "default")):
        attempt(f"{function.__name__}{arguments}", function, *arguments)
for function in (unicodedata.category, unicodedata.bidirectional, unicodedata.combining, unicodedata.mirrored,
                 unicodedata.east_asian_width, unicodedata.decomposition):
    for arguments in (("ab",), (65,), (), ("a", "b")):
        attempt(f"{function.__name__}{arguments}", function, *arguments)
