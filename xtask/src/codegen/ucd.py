# Writes what CPython 3.11's unicodedata knows as one file, for `cargo xtask codegen unicodedata`.
#
# usage: ucd.py ALIASES OUT. The layout is described where it is read, in
# crates/stdlib/src/unicode/data.rs: a count of sections, their ends, and the sections.
import struct
import sys
import unicodedata as u

if sys.version_info[:2] != (3, 11) or u.unidata_version != "14.0.0":
    sys.exit("the data come from CPython 3.11 with Unicode 14.0.0, this is "
             + sys.version.split()[0] + " with " + u.unidata_version)

CHARS = [chr(code) for code in range(0x110000)]
sections = []

# Records of properties, and which one a code point has.
LETTERS = {
    u.category: "Cn Cc Cf Co Cs Ll Lm Lo Lt Lu Mc Me Mn Nd Nl No Pc Pd Pe Pf Pi Po Ps Sc Sk "
                "Sm So Zl Zp Zs".split(),
    u.bidirectional: [""] + "AL AN B BN CS EN ES ET FSI L LRE LRI LRO NSM ON PDF PDI R RLE RLI "
                            "RLO S WS".split(),
    u.east_asian_width: "N A F H Na W".split(),
}


def record(c):
    category, bidirectional, width = [names.index(f(c)) for f, names in LETTERS.items()]
    return bytes((category, bidirectional, width, u.combining(c), u.mirrored(c)))


records, blocks, top, leaves = {}, {}, [], []
for start in range(0, 0x110000, 128):
    block = bytes([records.setdefault(record(c), len(records)) for c in CHARS[start:start + 128]])
    if block not in blocks:
        blocks[block] = len(leaves)
        leaves.append(block)
    top.append(blocks[block])
assert len(records) <= 256 and len(leaves) <= 65535
sections.append(struct.pack("<%dH" % len(top), *top))
sections.append(b"".join(leaves))
sections.append(b"".join(records))

# Decompositions: code point and tag, place and length in the pool.
tags, keys, pool = [""], [], []
for code, c in enumerate(CHARS):
    parts = u.decomposition(c).split()
    if not parts:
        continue
    tag = parts.pop(0) if parts[0].startswith("<") else ""
    if tag not in tags:
        tags.append(tag)
    keys.append(struct.pack("<IHBB", code, len(pool), len(parts), tags.index(tag)))
    pool += [int(part, 16) for part in parts]
sections.append("\n".join(tags).encode())
sections.append(b"".join(keys))
sections.append(struct.pack("<%dI" % len(pool), *pool))

# Pairs that are composed.
pairs = []
for code, c in enumerate(CHARS):
    parts = u.decomposition(c).split()
    if len(parts) == 2 and not parts[0].startswith("<") and u.normalize("NFC", c) == c:
        pairs.append((int(parts[0], 16), int(parts[1], 16), code))
pairs.sort()
sections.append(b"".join([struct.pack("<III", *pair) for pair in pairs]))

# Numbers: code point, which value, whether it is a decimal and a digit.
values, numbers = [], []
for code, c in enumerate(CHARS):
    value = u.numeric(c, None)
    if value is None:
        continue
    if value not in values:
        values.append(value)
    kind = (u.decimal(c, None) is not None) | (u.digit(c, None) is not None) << 1
    numbers.append(struct.pack("<IHH", code, values.index(value), kind))
sections.append(b"".join(numbers))
sections.append(struct.pack("<%dd" % len(values), *values))

# Names: words by how often they occur, names as numbers of words.
IDEOGRAPH, SYLLABLE = "CJK UNIFIED IDEOGRAPH-", "HANGUL SYLLABLE "
names, ideographs = [], []
for code, c in enumerate(CHARS):
    name = u.name(c, "")
    if name.startswith(IDEOGRAPH):
        if ideographs and ideographs[-1][1] == code - 1:
            ideographs[-1][1] = code
        else:
            ideographs.append([code, code])
    elif name and not name.startswith(SYLLABLE):
        names.append((code, name))
count = {}
for _, name in names:
    for word in name.split(" "):
        count[word] = count.get(word, 0) + 1
words = sorted(count, key=lambda word: (-count[word], word))
place = {word: at for at, word in enumerate(words)}
# So many words take one byte, the others two.
short = max([n for n in range(256) if (len(words) - n) >> 8 <= 255 - n])
offsets = [0]
for word in words:
    offsets.append(offsets[-1] + len(word))


def encoded(name):
    out = bytearray()
    for word in name.split(" "):
        at = place[word]
        if at < short:
            out.append(at)
        else:
            out += bytes((short + (at - short >> 8), at - short & 255))
    return bytes((len(out),)) + out


runs, starts, data = [], [], bytearray()
for at, (code, name) in enumerate(names):
    if not at or names[at - 1][0] != code - 1:
        runs.append((code, at))
    if at % 16 == 0:
        starts.append(len(data))
    data += encoded(name)
order = sorted(range(len(names)), key=lambda at: names[at][1])
assert len(names) <= 65535
sections.append(struct.pack("<%dI" % (2 * len(ideographs)), *[x for pair in ideographs for x in pair]))
sections.append("".join(words).encode())
sections.append(struct.pack("<%dI" % len(offsets), *offsets))
sections.append(b"".join([struct.pack("<II", *run) for run in runs]))
sections.append(struct.pack("<%dI" % len(starts), *starts))
sections.append(bytes(data))
sections.append(struct.pack("<%dH" % len(order), *order))
sections.append(bytes((short,)))

# Other names, of characters and of sequences: lines of name and code points.
lines = []
for alias in open(sys.argv[1], encoding="ascii").read().split("\n"):
    if alias:
        codes = " ".join(["%X" % ord(c) for c in u.lookup(alias)])
        lines.append(alias + ";" + codes)
sections.append(("\n" + "\n".join(sorted(lines)) + "\n").encode())

ends, at = [], 4 * (len(sections) + 1)
padded = []
for section in sections:
    at += len(section)
    ends.append(at)
    padded.append(section)
with open(sys.argv[2], "wb") as out:
    out.write(struct.pack("<%dI" % (len(ends) + 1), len(ends), *ends))
    out.write(b"".join(padded))
print(at, "bytes;", len(words), "words,", len(names), "names,", len(records), "records,",
      len(pairs), "pairs,", [len(section) for section in sections])
