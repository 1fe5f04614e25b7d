"""A tokenizer from one pattern with named groups, an evaluator on top, errors with columns."""
import re

SPEC = [
    ("NUMBER", r"\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+"), ("NAME", r"[^\W\d]\w*"), ("STRING", r'"(?:[^"\\]|\\.)*"'),
    ("OP", r"\*\*|[-+*/%()=,]|<=|>=|==|<|>"), ("SKIP", r"[ \t]+|\#.*"), ("LINE", r"\n"), ("WRONG", r"."),
]
PATTERN = re.compile("|".join(f"(?P<{name}>{text})" for name, text in SPEC))


def tokens(text):
    line, start = 1, 0
    for match in PATTERN.finditer(text):
        kind, value, column = match.lastgroup, match.group(), match.start() - start + 1
        if kind == "LINE":
            line, start = line + 1, match.end()
        elif kind == "WRONG":
            raise SyntaxError(f"{value!r} in line {line}, column {column}")
        elif kind != "SKIP":
            yield kind, value, line, column


SOURCE = 'total = 3.5e2 * (größe + .5) ** 2 # a comment\nname="a \\"b\\" c" <= x1 % 7.'
for token in tokens(SOURCE):
    print(*token)
for wrong in ("a = 5 $ 3", "ok\n  'text'", '"open', "1 & 2"):
    try:
        print(list(tokens(wrong)))
    except SyntaxError as error:
        print(repr(wrong), "->", error)


class Calculator:
    BINDING = {"+": 1, "-": 1, "*": 2, "/": 2, "%": 2, "**": 4}

    def __init__(self, text, names):
        self.items = [(kind, value) for kind, value, _, _ in tokens(text)] + [("END", "")]
        self.names, self.at = names, 0

    def take(self):
        self.at += 1
        return self.items[self.at - 1]

    def value(self, least=0):
        kind, text = self.take()
        if kind == "NUMBER":
            left = float(text) if re.search("[.eE]", text) else int(text)
        elif kind == "NAME":
            left = self.names[text]
        elif text == "(":
            left = self.value()
            if self.take()[1] != ")":
                raise SyntaxError("no )")
        elif text == "-":
            left = -self.value(3)
        else:
            raise SyntaxError(f"unexpected {text or 'end'}")
        while self.BINDING.get(self.items[self.at][1], -1) >= least:
            operator = self.take()[1]
            right = self.value(self.BINDING[operator] + (operator != "**"))
            left = {"+": lambda: left + right, "-": lambda: left - right, "*": lambda: left * right,
                    "/": lambda: left / right, "%": lambda: left % right, "**": lambda: left ** right}[operator]()
        return left


for text in ("1 + 2 * 3", "(1 + 2) * 3", "2 ** 3 ** 2", "-2 ** 2", "10 - 4 - 3", "7 % 4 / 2", "x * x - y", "1.5e3 + .5",
             "1 / 0", "1 +", "(1", "z", "2 * * 3", "9 ** 0.5"):
    try:
        print(text, "=", Calculator(text, {"x": 7, "y": 40}).value())
    except (SyntaxError, ZeroDivisionError, KeyError) as error:
        print(text, "->", type(error).__name__, error)
