"""Frames: currentframe, stack, trace, outer and inner frames, getargvalues."""
import inspect
import sys


def attempt(what, function):
    try:
        print(what, "->", function())
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


def third(value, *rest, key="k", **others):
    local = value * 2
    return inspect.currentframe()


frame = third(1, 2, 3, more=4)
print(frame.f_code.co_name, sorted(frame.f_locals), inspect.isframe(frame), inspect.isframe(frame.f_code))
values = inspect.getargvalues(frame)
print(values)
print(type(values).__name__, isinstance(values, inspect.ArgInfo), values.varargs, values.keywords)
print(inspect.formatargvalues(*values))
print(inspect.formatargvalues(["a"], None, "kw", {"a": 1, "kw": {"b": 2}}))
print(inspect.formatargvalues(["a"], "v", None, {"a": 1, "v": ()}, formatvalue=lambda v: f"<{v}>"))
print(inspect.getargs(third.__code__), isinstance(inspect.getargs(third.__code__), inspect.Arguments))


def second():
    return inspect.stack()


def first():
    return second()


for info in first():
    print(info.function, info.lineno, info.code_context, info.index, info.filename == __file__)
entry = first()[0]
print(isinstance(entry, inspect.FrameInfo), entry._fields, entry.frame.f_code is second.__code__, entry[3])
print(entry.positions.lineno == entry.lineno, entry.positions.col_offset)


def outer_frames():
    return [info.function for info in inspect.getouterframes(sys._getframe())]


print(outer_frames(), (lambda: outer_frames())())


def fail(depth):
    if depth:
        fail(depth - 1)
    raise KeyError(depth)  # the line that trace() shows


try:
    fail(2)
except KeyError as error:
    for info in inspect.trace():
        print(info.function, info.lineno, info.code_context[info.index].strip())
    inner = inspect.getinnerframes(error.__traceback__, 3)
    print(len(inner), inner[-1].code_context, inner[-1].index, inner[-1].frame.f_locals)
    info = inspect.getframeinfo(error.__traceback__)
    print(info.function, info.lineno, info.code_context, isinstance(info, inspect.Traceback))
    print(inspect.istraceback(error.__traceback__), inspect.istraceback(error), inspect.isframe(error.__traceback__.tb_frame))
    print(inspect.getlineno(error.__traceback__.tb_frame) > info.lineno)
    print("".join(inspect.getsource(error.__traceback__.tb_next)))

here = inspect.getframeinfo(inspect.currentframe(), context=3)
print(here.function, here.code_context, here.index, inspect.getframeinfo(inspect.currentframe(), 0).code_context)
print(inspect.getlineno(inspect.currentframe()) - here.lineno)

attempt("getframeinfo", lambda: inspect.getframeinfo("no frame"))
attempt("getargs", lambda: inspect.getargs("third"))
attempt("getargvalues", lambda: inspect.getargvalues(None))
attempt("getlineno", lambda: inspect.getlineno(3))
attempt("getouterframes", lambda: inspect.getouterframes(3))
attempt("getinnerframes", lambda: inspect.getinnerframes(3))
attempt("currentframe", lambda: inspect.currentframe(1))
attempt("stack", lambda: inspect.stack("a"))
attempt("trace outside", lambda: inspect.trace(1, 2))
attempt("formatargvalues", lambda: inspect.formatargvalues(["a"], None, None, {}))
attempt("isframe", lambda: inspect.isframe())
attempt("istraceback", lambda: inspect.istraceback())
attempt("ArgInfo", lambda: inspect.ArgInfo(1))
attempt("Arguments", lambda: inspect.Arguments([]))
attempt("FrameInfo", lambda: inspect.FrameInfo(1))
attempt("Traceback", lambda: inspect.Traceback("f", 1, "n", None))
print(inspect.Traceback("f", 1, "n", None, None), inspect.Arguments([], None, "kw"))
