# derive, split, subgroup.
def show(f):
    try:
        print("ok", repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


g = ExceptionGroup(
    "top",
    [
        ValueError(1),
        TypeError("t"),
        ExceptionGroup("mid", [ValueError(2), OSError(5), ExceptionGroup("low", [KeyError("k")])]),
    ],
)
for what in (ValueError, TypeError, KeyError, LookupError, OSError, Exception, ArithmeticError, ExceptionGroup,
             (ValueError, KeyError), (), (ExceptionGroup, KeyError), BaseException):
    print(getattr(what, "__name__", what))
    print("  split", g.split(what))
    print("  subgroup", g.subgroup(what))
print(g.split(Exception)[0] is g, g.subgroup(Exception) is g)
print(g.split(lambda e: isinstance(e, ValueError) and e.args[0] == 2))
print(g.subgroup(lambda e: isinstance(e, ExceptionGroup) and e.message == "low"))
asked = []
print(g.subgroup(lambda e: asked.append(str(e))), asked)
print(g.split(lambda e: "yes" if isinstance(e, OSError) else []))
for bad in (5, int, (ValueError, 5), [ValueError], len, None, "x", ((ValueError,),)):
    show(lambda: g.split(bad))
    show(lambda: g.subgroup(bad))
show(lambda: g.split())
show(lambda: g.split(1, 2))
show(lambda: g.subgroup())
show(lambda: g.derive([KeyError(1)]))
show(lambda: g.derive((KeyboardInterrupt(),)))
show(lambda: g.derive(1))
show(lambda: g.derive([]))
show(lambda: g.split(lambda e: 1 / 0))

# Parts take traceback, links and notes along.
try:
    try:
        raise KeyError("context")
    except KeyError:
        g.add_note("note")
        g.exceptions[2].__notes__ = "abc"
        raise g from OSError("cause")
except ExceptionGroup as e:
    match, rest = e.split(ValueError)
    for part in (match, rest):
        print(part, repr(part.__context__), repr(part.__cause__), part.__suppress_context__, part.__notes__)
        print(part.__notes__ is g.__notes__, part.__traceback__.tb_lineno == e.__traceback__.tb_lineno)
        print(part.exceptions[-1].__notes__)
    e.__notes__ = 5
    print(hasattr(e.split(TypeError)[0], "__notes__"))


class Coded(ExceptionGroup):
    def __new__(cls, message, excs, code):
        self = super().__new__(cls, message, excs)
        self.code = code
        return self

    def derive(self, excs):
        print("derive", type(excs).__name__, excs)
        return Coded(self.message, excs, self.code)


c = Coded("coded", [ValueError(1), ExceptionGroup("x", [TypeError(2), ValueError(3)])], 42)
a, b = c.split(ValueError)
print(type(a).__name__, a.code, a, repr(a), type(b).__name__, b.code, b.args)


class BadDerive(ExceptionGroup):
    def derive(self, excs):
        return 5


class RaisingDerive(ExceptionGroup):
    def derive(self, excs):
        raise RuntimeError("derive")


show(lambda: BadDerive("a", [ValueError(1), TypeError(1)]).split(ValueError))
show(lambda: BadDerive("a", [ValueError(1)]).split(ValueError))
show(lambda: RaisingDerive("a", [ValueError(1), TypeError(1)]).subgroup(ValueError))


def deep(n):
    e = ValueError("leaf")
    for i in range(n):
        e = ExceptionGroup(str(i), [e])
    return e


part = deep(50).subgroup(ValueError)
depth = 0
while isinstance(part, ExceptionGroup):
    part = part.exceptions[0]
    depth += 1
print(depth, repr(part))
show(lambda: deep(5000).split(KeyError))
