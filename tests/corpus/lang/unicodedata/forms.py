"""Normal forms: composed and decomposed text compared, searched, stripped of accents."""
import unicodedata
from unicodedata import is_normalized, normalize


def attempt(what, function, *args):
    try:
        print(what, "->", repr(function(*args)))
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


SAMPLES = ["plain", "é", "e\u0301", "ﬁ²", "Å\u212b", "각", "\u1100\u1161\u11a8", "a\u0323\u0307", "a\u0307\u0323", "ﷺ", "①½",
           "\u0344", "q\u0307\u0323", "\u2126", "Ⅻ", "\u1e9b\u0323", "\U0001d400", "\ufb1d", "가\u11a8"]
for text in SAMPLES:
    print(ascii(text), [ascii(normalize(form, text)) for form in ("NFC", "NFD", "NFKC", "NFKD")],
          "".join(str(int(is_normalized(form, text))) for form in ("NFC", "NFD", "NFKC", "NFKD")))


def strip_accents(text):
    return normalize("NFC", "".join(char for char in normalize("NFD", text) if not unicodedata.combining(char)))


def same(left, right):
    return normalize("NFKC", normalize("NFKC", left).casefold()) == normalize("NFKC", normalize("NFKC", right).casefold())


print([strip_accents(word) for word in ("crème brûlée", "Ångström", "naïve", "Zürich", "łódź", "ñandú", "ệ")])
for left, right in [("Straße", "STRASSE"), ("é", "E\u0301"), ("ﬁn", "FIN"), ("ı", "i"), ("Σς", "σσ"), ("²", "2")]:
    print(left, right, same(left, right), left == right)
words = ["zebra", "Äpfel", "apfel", "éclair", "eclair", "Zoo"]
print(sorted(words, key=lambda word: (strip_accents(word).casefold(), word)))
é = "identifier"
print(é, "é" in globals())
long = "e\u0301" * 500
print(len(normalize("NFC", long)), len(normalize("NFD", normalize("NFC", long))), is_normalized("NFD", long))
many = "a" + "\u0301\u0323" * 20
print(normalize("NFD", many) == "a" + "\u0323" * 20 + "\u0301" * 20)
attempt("form", normalize, "NFX", "a")
attempt("form", is_normalized, "nfc", "a")
attempt("number", normalize, "NFC", 5)
attempt("bytes", is_normalized, "NFC", b"a")
attempt("one", normalize, "NFC")
attempt("one", is_normalized, "NFC")
attempt("number of a form", normalize, 5, "a")
attempt("surrogate", normalize, "NFC", "\ud800e\u0301")
