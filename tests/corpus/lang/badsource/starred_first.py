# Behind a starred first element CPython looks whether a comma is missing; behind others not.
def show(source):
    try:
        compile(source, "source", "exec")
    except SyntaxError as error:
        print(repr(source), error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
    else:
        print(repr(source), "is fine")


for opening, closing in ("[]", "()", "{}"):
    for inner in (
        "* 2 a",
        "*2 a b",
        "*a b",
        "*a b c",
        "1, * 2 a b",
        "*a, *b c",
        "*a, *b c d",
        "*print a, b",
        "*a 'text', b",
        "*'text' a, b",
        "*a if b",
        "*a if b else c, d",
        "*a if else c",
        "*a if",
        "*a = 3",
        "*a not b",
        "*a.b c, d",
        "*match a, d",
        "*a[1] (2)",
        "*a 2 for a in b",
        "*a for a in b",
    ):
        show("x = " + opening + inner + closing + "\n")
        show("x = " + opening + inner)

# So many digits are shown without a place.
for source in ("x = " + "1" * 4300, "x = " + "1" * 4301, "x = (\n\n" + "7" * 5000 + ")\n"):
    try:
        compile(source, "source", "exec")
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset, len(error.text))
    else:
        print("fine")
