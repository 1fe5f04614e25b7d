# Short texts are handled by words of eight bytes, in special forms for ASCII: every length around
# the edges of those, and what is not ASCII beside it.
LETTERS = "aBcDeFgHiJkLmNoPqRsTuVwXyZ[@`{\x7f\x000 "
BEYOND = ["é", "É", "ß", "ı", "€", "\ud800", "𝄞"]

for length in range(36):
    text = (LETTERS * 2)[length // 2 : length // 2 + length]
    print(length, ascii(text.lower()), ascii(text.upper()), ascii(text.casefold()))
    assert text.lower() == "".join(c.lower() for c in text)
    assert text.upper() == "".join(c.upper() for c in text)
    for other in BEYOND:
        mixed = text + other
        print(ascii(mixed.lower()), ascii(mixed.upper()), ascii((other + text).lower()))

# Stripping sets of ASCII, of others, and of both.
for text in ("", "a", "..a..", ".é.", "é.a.é", "a.é", "..", "\x7f@?@\x7f", "\ud800.\ud800", "€x€"):
    for chars in ("", ".", ".,", "@?\x7f", "é", ".é", "\ud800.", "€", "a", None, " ."):
        print(ascii([text.strip(chars), text.lstrip(chars), text.rstrip(chars)]))
whole = "no blanks"
print(whole.strip() is whole, whole.strip(".") is whole, whole.strip("é") is whole)
for wrong in (1, b".", ["."]):
    try:
        whole.strip(wrong)
    except TypeError as error:
        print(error)

# Splitting: one character, none, many, in ASCII and beyond.
for text in (
    "", " ", "a", " a ", "a b", "a  b", "ab cd  efg", "\x1ca\x1db\x1e\x1fc\x85d", "é è", "a\u2003b", "a\x7fb \x7f",
    "x" * 40 + " " + "y" * 300, " ".join(map(str, range(30))), "\ud800 \udfff", "a,b", ",", ",,", "é,a", "a, b, c",
):
    for how in ((), (None, 1), (",",), (", ",), (",", 1), ("é",), (" ", 3)):
        print(ascii(text.split(*how)), ascii(text.rsplit(*how)))
    print(ascii(text.splitlines()), ascii(text.partition(",")), ascii(text.rpartition(" ")))

# Searching where the first character of what is sought comes often.
hay = "aaaaaaaaab" * 3 + "aab" + "é" * 9 + "éa"
for needle in ("ab", "aab", "aaaaaaaaaab", "b" * 2, "éa", "éé", "aaac", "ba", "", "a", "é", hay, hay + "a", "\ud800a"):
    print(ascii(needle), hay.find(needle), hay.rfind(needle), needle in hay, hay.count(needle), len(hay.replace(needle, "-")))
    print(hay.find(needle, 9), hay.find(needle, 40), hay.find(needle, 9, 12))

# Joining.
class Derived(str):
    pass

for separator in ("", ",", ", ", "é", "\ud800"):
    for items in ([], [""], ["a"], ["", ""], ["a", ""], ["a", "b", "c"], ["a", "é"], ["\ud800", "\udc00", "x"], ["x" * 300] * 2, [Derived("d"), "e"], ("t", "u"), [Derived("")] * 2):
        text = separator.join(items)
        print(type(text).__name__, len(text), ascii(text[:20]), text.isascii())
for wrong in ([1], ["a", None], ["a", b"b", "c"], ["a"] * 5 + [2.5]):
    try:
        "-".join(wrong)
    except TypeError as error:
        print(error)

# Numbers as parts of f-strings.
class Wordy(int):
    def __format__(self, spec):
        return f"<{spec}>"
    def __str__(self):
        return "wordy"

for n in (0, 7, -1, 9, 10, 99, 100, 12345678901, -140737488355328, 140737488355327, 2**47, 2**63, -(2**63), 10**30, True, 2.5, -0.0, 1e300, None, Wordy(5)):
    print(f"{n}", f"{n}{n}", f"{n};", f"é{n}", f"{n!s}{n!r}.{n!a}", f"a{n:}b" if n is not None else "", f"{n}" + f"{''}{n}")
print(f"{0}{''}", len(f"{''}{''}"), f"{1:>5}{2:<3}{3}", f"{'{'}{4}{'}'}")
n, w = 5, 8
print(f"{n:{w}}|{n:{w}.{2}f}|{n:0{w}d}|{n!r:{w}}|{n=}|{n = !s}|{n=:{w}}")
many = "".join(["x"] * 300)
print(len(f"{many}{n}{many}"), f"{many}{-n}{many}é"[299:305], f"{n}{many}"[:4])

# Numbers read.
for text in ("0", "-0", "7", "+7", "-12", "000123", "123456789012345678", "999999999999999999", "-999999999999999999",
             "1234567890123456789", "9223372036854775807", "-9223372036854775808", "9223372036854775808", " 12 ", "1_000", "１２", "-１"):
    print(int(text), int(text, 10), int(text.encode()) if text.isascii() else "")
for text in ("", "-", "--1", "1-", "1 2", "1_", "_1", "0x10", "1.0", "é", "\ud800", "- 1"):
    try:
        print(int(text))
    except ValueError as error:
        print(ascii(str(error)))
class Odd(str):
    def __int__(self):
        return 42
print(int(Odd("12")), int(Derived("13")))

# Keys of dicts and sets that are equal without being the same.
class Like:
    def __init__(self, text):
        self.text = text
    def __hash__(self):
        return hash(self.text)
    def __eq__(self, other):
        return self.text == other
table = {"word" + str(i): i for i in range(20)}
print(Like("word7") in table, Like("word77") in table, "word3" in table, "".join(["wo", "rd4"]) in table, Derived("word5") in table)
names = {Like("a1"), "b2", 3, (4, "x"), Like("c3")}
print("a" + str(1) in names, "b" + str(2) in names, "c4" in names, 3 in names, 3.0 in names, (4, "x") in names, Like("b2") in names)
for unhashable in ([], {}, set()):
    for container in (table, set(names)):
        try:
            print(unhashable in container)
        except TypeError as error:
            print(error)
