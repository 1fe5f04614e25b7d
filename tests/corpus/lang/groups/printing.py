# A group in a chain, with notes, and groups in it.
def fail(n):
    raise ExceptionGroup("level %d" % n, [ValueError(n)])


def level(n):
    try:
        fail(n)
    except Exception as e:
        if n == 0:
            raise
        e.add_note("note of level %d\nin two lines" % n)
        try:
            level(n - 1)
        except Exception as e2:
            e2.__notes__ = ["a", 5, None, "windows\r\nline\u2028end\n"]
            try:
                raise SyntaxError("bad", ("file", 3, 5, "some text", 3, 8))
            except SyntaxError as s:
                raise ExceptionGroup("outer %d" % n, [e, e2, OSError(2, "x"), s]) from e2


level(2)
