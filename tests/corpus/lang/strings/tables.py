# Every method of str over tables of texts and arguments: one line per method
# with the number of calls and a checksum of what they gave.
TEXTS = ["", "a", "abc", "Hello World", "  a b  c ", "\tx\ny\r\nz", "ß", "ǆ", "ΑΣ", "İ", "ﬁne", "日本語", "a日b", "😀x😀",
         "\ud800", "aXbXc", "1234", "½", "٣", "x_1", "\u2028l\u2029m", "a\x0bb", "-5", "é" * 70 + "a", "\xa0é\xa0", "ab" * 40]
PARTS = ["", "a", "é", "ab", "X", "日", ".", " ", "x"]


def add(total, text):
    # Few characters of long texts: the sum is for telling apart, not for speed.
    for c in text[:60] + text[-20:]:
        total = (total * 31 + ord(c)) % 1000000007
    return total


def run(name, argument_lists):
    method = getattr(str, name)
    total = count = 0
    for text in TEXTS:
        for arguments in argument_lists:
            try:
                shown = repr(method(text, *arguments))
            except Exception as error:
                shown = type(error).__name__ + ": " + str(error)
            total = add(total, shown)
            count += 1
    print(name, count, total)


for name in """capitalize casefold isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable
        isspace istitle isupper lower swapcase title upper strip lstrip rstrip split rsplit splitlines expandtabs
        __len__ __repr__ __str__""".split():
    run(name, [()])
parts = [(part,) for part in PARTS] + [(1,), (None,), (("a", "b"),), (("b", 1),)]
for name in """find rfind index rindex count startswith endswith strip lstrip rstrip partition rpartition
        removeprefix removesuffix split rsplit __contains__ __add__""".split():
    run(name, parts)
bounds = [(0, 2), (1, None), (-2, None), (None, -1), (5, 3), (100, 200), (-100, 100), (3, 10**30), (-10**30, 1), ("x",)]
for name in "find rfind index count startswith endswith".split():
    run(name, [(part,) + bound for part in PARTS for bound in bounds])
for name in "split rsplit".split():
    run(name, [(part, most) for part in PARTS + [None] for most in (-1, 0, 1, 2)])
run("replace", [(old, new) + most for old in PARTS for new in ("", "-", "éé") for most in ((), (0,), (1,), (2,), (-5,))])
for name in "center ljust rjust".split():
    run(name, [(width,) + fill for width in (-1, 0, 5, 6, 13, True, "x") for fill in ((), ("*",), ("é",), ("ab",), (5,))])
run("zfill", [(width,) for width in (-1, 0, 5, 6, 13, "x", 2.0)])
run("expandtabs", [(size,) for size in (-1, 0, 1, 4, 8, "x")])
run("__getitem__", [(index,) for index in (-4, -1, 0, 1, 63, 64, 70, 10**25, True, None, "x", 1.0)])
run("__getitem__", [(slice(a, b, c),) for a in (None, 0, 2, -3, 100, 66) for b in (None, 1, -1, 130) for c in (None, 2, -1, -3, 10**20)])
run("__mul__", [(count,) for count in (-1, 0, 1, 2, 3)])
run("translate", [(table,) for table in ({97: "x", 98: None, 0xe9: "EE"}, {97: 97, 98: 0x65e5}, {97: -1}, {97: 1.5}, {})])


def table(title, pairs, action):
    total = count = 0
    for left, right in pairs:
        try:
            shown = action(left, right)
        except Exception as error:
            shown = type(error).__name__ + ": " + str(error)
        total = add(total, shown)
        count += 1
    print(title, count, total)


VALUES = [5, -5, 0, True, None, "abc", "é", "", 2.5, -0.0, float("inf"), float("nan"), 1e300, 10**20, -10**30, [1], (1,), (), (1, 2),
          ("a", 5), {"a": 7}, {}, (3, 2.5), 1114112, 0x1F600, 2**63]
for percent in """%s %r %a %d %i %u %x %X %o %e %f %g %G %c %5s %-5s| %05d %+d %#x %#o %.3d %8.3f %-8.2e| %.0f %#.0f %+.3g %010.3f
        %.2s %5c %% %5% %y %日 % %5 %. %( %(a %(a)s %*d %.*f %ld %b %.5x %+5X %-#10x| %5.1a %99999999999999999999d""".split():
    table(percent, [(percent, value) for value in VALUES], lambda template, value: template % value)
for spec in """5 <5 >5 ^5 *^7 =5 05 + - +5 #x x X #o b c d e E f g % s .2 .0f .3e 10.3f +.2% , _ ,d _x #_b 010, 08.2f z z.1f é^6 😀>4
        .1s =5s 5d . 5. d5 y << < ^10d ,x _, 99999999999999999999 { +s zs #s .2d +c 0=10 x=+10d +,.2f 020_.2f 015_x #.3g""".split():
    table(spec, [(value, spec) for value in VALUES], format)
FIELDS = """{} {0} {}{} {1}{0} {0}{} {a} {0[1]} {0[a]} {a[b]} {!r} {!s:>5} {!a} {!x} {! {!r {!r: { } {{}} {{{}}} {0:{1}} {:{}} {:{:{}}}
        {:>{w}} {a.x} {[} {[]} {0[} {0.} {0[0]x} {-1} {99} {0:5}| {:é^5} {0!é} {0[-1]} {:5 a}b {:{ {}} {0!r:10}| {00}""".split()
for field in FIELDS:
    arguments = [((), {}), ((5,), {}), (("abc", 7), {}), (([1, 2], 3, 4), {}), (({"a": 1}, 2), {}), ((), {"a": {"b": "é"}, "w": 7})]
    table(field, arguments, lambda args, kwargs: field.format(*args, **kwargs))
