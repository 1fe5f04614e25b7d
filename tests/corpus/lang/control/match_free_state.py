def tokens(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit():
            start = i
            while i < len(text) and text[i].isdigit():
                i += 1
            yield "num", int(text[start:i])
        elif c in "+-*/()":
            yield "op", c
            i += 1
        else:
            raise ValueError(f"bad character {c!r} at {i}")
def evaluate(text):
    stream = list(tokens(text)) + [("end", None)]
    pos = 0
    def peek():
        return stream[pos][1]
    def advance():
        nonlocal pos
        pos += 1
        return stream[pos - 1]
    def atom():
        kind, value = advance()
        if kind == "num":
            return value
        if value == "(":
            result = expr()
            if advance()[1] != ")":
                raise ValueError("expected )")
            return result
        if value == "-":
            return -atom()
        raise ValueError(f"unexpected {value}")
    def term():
        left = atom()
        while peek() in ("*", "/"):
            op = advance()[1]
            right = atom()
            left = left * right if op == "*" else left // right
        return left
    def expr():
        left = term()
        while peek() in ("+", "-"):
            op = advance()[1]
            right = term()
            left = left + right if op == "+" else left - right
        return left
    return expr()
for text in ("1 + 2 * 3", "(1+2)*3", "-(4 - 10) / 4", "2 *", "2 $ 3", "(1", "7 / 0"):
    try:
        print(text, "=", evaluate(text))
    except (ValueError, ZeroDivisionError) as error:
        print(text, "->", error)
