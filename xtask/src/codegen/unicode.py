# Prints what CPython 3.11 knows about every code point, for `cargo xtask codegen unicode`.
#
# One line per code point that differs from the default (no flag, maps to itself):
#   <code point> <flags> <digit or -1> <upper> <lower> <title> <casefold>
# all in hexadecimal but the digit; a mapping is its code points joined by '.'.
# Then one line per property: "digest <name> <crc32>", over all code points in order: of one byte
# (0 or 1) for a predicate, of digit + 1 for `digit`, of UTF-32-LE with a final zero for a mapping.
import sys
import unicodedata
import zlib

if sys.version_info[:2] != (3, 11) or unicodedata.unidata_version != "14.0.0":
    sys.exit("the tables come from CPython 3.11 with Unicode 14.0.0, this is "
             + sys.version.split()[0] + " with " + unicodedata.unidata_version)


def final(text):
    """Whether the capital sigma at the end of text counts as the end of a word."""
    return text.lower()[-1] == "\u03c2"


def ignorable(c):
    return final("A" + c + "\u03a3") and not final(" " + c + "\u03a3")


FLAGS = [
    ("alpha", str.isalpha),
    ("decimal", str.isdecimal),
    ("digit", str.isdigit),
    ("numeric", str.isnumeric),
    ("space", str.isspace),
    ("printable", str.isprintable),
    ("upper", str.isupper),
    ("lower", str.islower),
    ("title", lambda c: unicodedata.category(c) == "Lt"),
    ("xid_start", str.isidentifier),
    ("xid_continue", lambda c: ("a" + c).isidentifier()),
    ("cased", lambda c: (c + "a").title()[-1] == "a"),
    ("case_ignorable", ignorable),
    # What is not assigned is wide to CPython; that costs more of a table than it is worth.
    ("wide", lambda c: unicodedata.category(c) != "Cn" and unicodedata.east_asian_width(c) in "WF"),
]
MAPPINGS = [
    ("to_upper", str.upper),
    # The lower case of a lone sigma does not depend on its surroundings.
    ("to_lower", str.lower),
    ("to_title", str.title),
    ("to_casefold", str.casefold),
]

columns = {name: bytearray() for name, _ in FLAGS + MAPPINGS}
columns["digit_value"] = bytearray()
out = []
for code in range(0x110000):
    c = chr(code)
    flags = 0
    for bit, (name, test) in enumerate(FLAGS):
        value = test(c)
        columns[name].append(value)
        flags |= value << bit
    digit = unicodedata.digit(c, -1)
    columns["digit_value"].append(digit + 1)
    mapped = []
    for name, convert in MAPPINGS:
        text = convert(c)
        columns[name] += (text + "\0").encode("utf-32-le", "surrogatepass")
        mapped.append(".".join("%x" % ord(x) for x in text))
    if flags or digit >= 0 or any(m != "%x" % code for m in mapped):
        out.append("%x %x %d %s" % (code, flags, digit, " ".join(mapped)))
for name, data in columns.items():
    out.append("digest %s %08x" % (name, zlib.crc32(data)))
print("\n".join(out))
