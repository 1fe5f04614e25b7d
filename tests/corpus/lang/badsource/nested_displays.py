# Displays within displays, broken at the innermost place: said at once, however deep.
OPENINGS = ['{"a": 0, ', '{"a": ', "{", "[", "(", "{**", "f(a=", "{x: ", "lambda x: ", "(x, "]

for opening in OPENINGS:
    for depth in (2, 30, 60):
        for tail in ("@", "a b", ""):
            try:
                compile(opening * depth + tail, "nested", "exec")
            except SyntaxError as error:
                print(opening, depth, repr(tail), error.msg, error.lineno, error.offset)
