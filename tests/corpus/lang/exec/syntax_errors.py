# The attributes of SyntaxErrors in strings.
def show(s, m):
    try:
        compile(s, "<string>", m)
    except SyntaxError as e:
        print(m, repr(s), type(e).__name__, e.msg, e.lineno, e.offset, repr(e.text), e.end_lineno, e.end_offset)
    else:
        print(m, repr(s), 'ok')


for s in ["1 +", "1 +\n", "x = 1\n  y = 2", "x = 1\n  y = 2\n", "  y = 2\nz", "x = (", "x = (1,\n2", "'abc", "'''abc\nd",
          "if 1:\n", "def f(\n", "a b", "a b\n", "a\nb c\nd", "a\nb c", "return", "break\n", "f(x for x in y, 1)",
          "x = 08", "é = 1 1", "for x in", "x ===1", "lambda:", "{", "}", "a = 5 +\nb", "if 1:\n  x\n y\n",
          "if 1:\n\tx\n        y\n", "nonlocal x", "1 = 2", "x \\ y"]:
    for m in ("exec", "eval", "single"):
        show(s, m)


for bad in ["a\0b", "\0"]:
    for f in (exec, eval, lambda s: compile(s, 'f', 'exec')):
        try:
            f(bad)
        except SyntaxError as e:
            print(e, e.lineno, e.text)
try:
    eval("x = 1")
except SyntaxError as e:
    print(e.args)
try:
    exec("'\udc80'")
except UnicodeEncodeError as e:
    print(e)
