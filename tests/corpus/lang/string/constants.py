"""The constants of string, against what str says about each character."""
import string
from string import ascii_letters, ascii_lowercase, ascii_uppercase, digits, hexdigits, octdigits, printable, punctuation, whitespace

for name in ("ascii_letters", "ascii_lowercase", "ascii_uppercase", "digits", "hexdigits", "octdigits", "punctuation", "whitespace", "printable"):
    value = getattr(string, name)
    print(f"{name:16} {len(value):3} {value!r}")
print(ascii_letters == ascii_lowercase + ascii_uppercase, printable == digits + ascii_letters + punctuation + whitespace)
ASCII = [chr(code) for code in range(128)]
print(set(ascii_lowercase) == {c for c in ASCII if c.islower()}, set(ascii_uppercase) == {c for c in ASCII if c.isupper()})
print(set(digits) == {c for c in ASCII if c.isdigit()}, [c for c in ASCII if c.isspace() != (c in whitespace)])
print([c for c in printable if not c.isprintable()], [c for c in punctuation if c.isalnum()])
print([int(c, 16) for c in hexdigits] == [*range(16), *range(10, 16)], [int(c, 8) for c in octdigits])


def rotate(text, by):
    table = str.maketrans(ascii_letters, ascii_lowercase[by:] + ascii_lowercase[:by] + ascii_uppercase[by:] + ascii_uppercase[:by])
    return text.translate(table)


print(rotate("Hello, World!", 13), rotate(rotate("Hello, World!", 3), 23))


def base(n, radix):
    symbols = digits + ascii_lowercase
    if not 2 <= radix <= len(symbols):
        raise ValueError(f"radix {radix}")
    sign, n, out = "-" * (n < 0), abs(n), ""
    while True:
        n, rest = divmod(n, radix)
        out = symbols[rest] + out
        if not n:
            return sign + out


for n, radix in ((0, 2), (255, 16), (-255, 2), (10 ** 20, 36), (35, 36), (5, 1), (5, 37)):
    try:
        print(base(n, radix), int(base(n, radix), radix) == n)
    except ValueError as error:
        print(error)
strip = str.maketrans("", "", punctuation + whitespace)
print("It's -- a (test)!\n".translate(strip), string.capwords("it's  a\ttest of_words"), string.capwords("a-b-c", "-"))
for wrong in (lambda: string.capwords(5), lambda: string.capwords("a", 5), lambda: string.capwords(), lambda: string.nothing):
    try:
        print(wrong())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
