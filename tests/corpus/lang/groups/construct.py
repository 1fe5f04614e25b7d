# What groups are made of.
def show(f):
    try:
        print("ok", repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


class A(ExceptionGroup):
    pass


class B(BaseExceptionGroup):
    pass


class Seq:
    def __getitem__(self, index):
        return [ValueError(0), ValueError(1)][index]


show(lambda: ExceptionGroup("x"))
show(lambda: ExceptionGroup())
show(lambda: ExceptionGroup("x", [ValueError(1)], 3))
show(lambda: ExceptionGroup(1, [ValueError(1)]))
show(lambda: ExceptionGroup("x", []))
show(lambda: ExceptionGroup("x", ()))
show(lambda: ExceptionGroup("x", 5))
show(lambda: ExceptionGroup("x", {1: 2}))
show(lambda: ExceptionGroup("x", (e for e in [ValueError(1)])))
show(lambda: ExceptionGroup("x", "abc"))
show(lambda: ExceptionGroup("x", [ValueError]))
show(lambda: ExceptionGroup("x", [ValueError(1), 2]))
show(lambda: ExceptionGroup("x", Seq()).exceptions)
show(lambda: ExceptionGroup("x", [KeyboardInterrupt()]))
show(lambda: BaseExceptionGroup("x", [KeyboardInterrupt(), ValueError()]))
show(lambda: BaseExceptionGroup("x", [ValueError()]))
show(lambda: BaseExceptionGroup("x", (ValueError(),)))
show(lambda: ExceptionGroup("x", excs=[ValueError()]))
show(lambda: ExceptionGroup("x", [ValueError()], foo=1))
show(lambda: A("x", [KeyboardInterrupt()]))
show(lambda: A("x", [BaseExceptionGroup("y", [KeyboardInterrupt()])]))
show(lambda: B("x", [KeyboardInterrupt()]))
show(lambda: B("x", [ValueError()]))
show(lambda: A("x", [ValueError()], foo=1))

e = A("msg", [ValueError(1), TypeError(2)])
print(e, repr(e), e.message, e.exceptions, e.args, vars(e))
print(str(ExceptionGroup("", [e])), repr(ExceptionGroup("ü\n", (e,))))
for name in ("message", "exceptions"):
    show(lambda: setattr(e, name, 1))
    show(lambda: delattr(e, name))
e.args = (1, 2, 3)
print(repr(e), str(e), e.exceptions)
e.extra = 5
print(vars(e))

for c in (BaseExceptionGroup, ExceptionGroup, A, B):
    print(c.__name__, c.__bases__, c.__mro__, issubclass(c, Exception))
print(isinstance(BaseExceptionGroup("x", [ValueError()]), Exception))
print(BaseExceptionGroup.__doc__)

items = [ValueError(1)]
g = ExceptionGroup("list", items)
items.append(TypeError())
print(repr(g), g.exceptions, g.args)
g.__init__("again", [KeyError()])
print(repr(g), g.message, g.exceptions)
try:
    raise g
except ExceptionGroup as caught:
    print(caught is g, caught.__traceback__ is not None)
try:
    raise g
except* ValueError as caught:
    print(caught is g)
