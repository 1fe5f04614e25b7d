"""Columns of text measured by display width, and classes of characters counted."""
import unicodedata
from collections import Counter


def width(text):
    total = 0
    for char in text:
        if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Cf", "Cc"):
            continue
        total += 2 if unicodedata.east_asian_width(char) in "WF" else 1
    return total


def pad(text, columns):
    return text + " " * (columns - width(text))


ROWS = [("word", "meaning"), ("漢字", "characters"), ("cafe\u0301", "coffee"), ("ｗｉｄｅ", "full width"), ("ｶﾅ", "half width"),
        ("한글", "script"), ("a\u200bb", "zero width space"), ("\U0001f600!", "smile")]
columns = max(width(left) for left, _ in ROWS)
for left, right in ROWS:
    print(f"|{pad(left, columns)}|{right}| {width(left)} {len(left)}")
TEXT = "Hello, Wörld! Ⅷ + ½ = ٣ € «quoted» a\u0301 x_1\u00a0\u2028 日本 ™ ‿ \x07"
counts = Counter(unicodedata.category(char) for char in TEXT)
print(sorted(counts.items()))
print({group: sum(n for name, n in counts.items() if name[0] == group) for group in "LMNPSZC"})
print([char for char in TEXT if unicodedata.mirrored(char)], [char for char in TEXT if unicodedata.numeric(char, None) is not None])
print(sum(unicodedata.numeric(char, 0) for char in "½¼Ⅷ٣五"), int("".join(str(unicodedata.digit(c)) for c in "٣４²")))
print({unicodedata.bidirectional(char) for char in "aא٣1+ \u200f"} == {"L", "R", "AN", "EN", "ES", "WS"})
agree = 0
for code in range(0x3000):
    char = chr(code)
    category = unicodedata.category(char)
    agree += char.isupper() <= (category != "Ll") and char.isdecimal() == (category == "Nd") and char.isalpha() == (category[0] == "L")
print(agree, 0x3000)
names = [unicodedata.name(chr(code), "") for code in range(0x370, 0x400)]
print(sum(name.startswith("GREEK") for name in names), names.count(""), max(names, key=len))
print(all(unicodedata.lookup(name) == chr(0x370 + at) for at, name in enumerate(names) if name))
for char in ("\x07", "\ue000"):
    try:
        print(unicodedata.name(char))
    except ValueError as error:
        print(error)
