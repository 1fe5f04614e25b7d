"""Methods of strings that a loop calls again and again: short and long, ASCII and not."""


class Text(str):
    pass


def called(text, other):
    rows = []
    for _ in range(3):
        row = []
        for part in other, (other, "b"), None, 5:
            for ask in (lambda: text.strip(part), lambda: text.startswith(part),
                        lambda: text.endswith(part)):
                try:
                    row.append(ask())
                except TypeError as error:
                    row.append(str(error))
        rows.append(row)
    assert rows[0] == rows[1] == rows[2]
    return rows[0]


def cases(texts):
    answers = []
    for text in texts:
        answers.append((text.lower(), text.upper(), text.strip(), text.strip(" a")))
    return answers


texts = ["", "a", "Z", " ", "Hello, World", "  both ends\t\n", "[\\]^_`{|}~@AZaz", "ABCDEFGH",
         "abcdefghIJKLMNOPq", "Straße", "ÀÉ", " ä ", "İ", "x" * 300 + "Y ", " " * 300,
         "\x00A\x7f", "\x1c\x1d a \x1e\x1f", "\u2003wide\u2003", Text(" Sub "), "aaaa"]
for row in cases(texts):
    print([text if len(text) < 40 else (len(text), text[-3:]) for text in row])
print(cases(texts) == cases(texts), type(cases([Text("A")])[0][0]), type(cases([Text("A")])[0][2]))
for text, other in (("abcba", "ab"), ("abcba", ""), ("äbä", "ä"), ("a", "abc"), ("", ""),
                    ("xyz" * 100, "xyz"), ("mississippi", "ipsm"), ("banana", "bna"),
                    (Text("aXa"), Text("a")), ("12321", "0123456789")):
    for answer in called(text, other):
        print(repr(answer)[:60], end=" ")
    print()


def kept(text):
    return [text.strip() is text, text.strip("x") is text]


print(kept("plain"), kept("plain"), kept("plain"))


def wrong(text):
    for method in "lower", "upper", "strip", "startswith":
        for args in (), (1,), ("a", "b", "c", "d"):
            try:
                print(getattr(text, method)(*args), end="; ")
            except TypeError as error:
                print(error, end="; ")
    try:
        text.lower(1)
    except TypeError as error:
        print(error)


for _ in range(3):
    wrong("Text")
