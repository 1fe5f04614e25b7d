# StackSummary and FrameSummary by hand: made, compared, formatted, refused.
import traceback
from traceback import FrameSummary, StackSummary


def fails(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


one = FrameSummary("no_such.py", 3, "function", line="  value = call(1)  ")
print(one, one.filename, one.lineno, one.name, repr(one.line), len(one), one.locals)
print(one == ("no_such.py", 3, "function", "value = call(1)"), one == FrameSummary("no_such.py", 3, "function", line="other"), one != 5)
print(tuple(one), one[2], one[-1])
shown = FrameSummary("f.py", 1, "f", line="a + b", locals={"a": 1, "b": "text", "c": [1, 2]})
print(shown.locals, shown == FrameSummary("f.py", 1, "f", line="a + b"))
print(FrameSummary("x", 1, "f", lookup_line=False, line=None).line, FrameSummary("x", None, "f", lookup_line=False).lineno)
fails(FrameSummary)
fails(FrameSummary, "f.py")
fails(FrameSummary, "f.py", 1, "f", True)
fails(lambda: hash(one))
fails(lambda: one.nothing)
fails(StackSummary, 1, 2)
fails(StackSummary.from_list, [("a", 1)])
fails(StackSummary.from_list, [5])
fails(StackSummary.from_list, 5)
fails(StackSummary.extract)
fails(StackSummary.extract, 5)
stack = StackSummary.from_list([one, shown, ("g.py", 7, "<module>", None), ("h.py", 8, "h", "code()")])
print(type(stack).__name__, len(stack), [type(entry).__name__ for entry in stack])
print("".join(stack.format()))
print(traceback.format_list([one]) == StackSummary.from_list([one]).format(), traceback.format_list([]))
fails(traceback.format_list)
fails(traceback.format_list, 5)
fails(traceback.format_list, [("only", 1)])
fails(traceback.print_list, [("f.py", 1, "f", "line")], file=5)
print(stack[:2], type(stack[:2]).__name__, stack + [one] == list(stack) + [one])
sub = StackSummary(stack[1:3])
sub.append(one)
print("".join(sub.format()), sub.format_frame_summary(one))
for count in (2, 3, 4, 5, 30):
    repeated = StackSummary.from_list([("r.py", 5, "again", "again()")] * count + [("r.py", 6, "last", "end")])
    print(count, len(repeated.format()), repeated.format()[-2] if count > 3 else "")
mixed = StackSummary.from_list([("r.py", 5 + n % 2, "again", "x") for n in range(8)])
print(len(mixed.format()))


def frames():
    traceback.print_stack(limit=1, file=None)


def generator():
    yield 1


running = generator()
fails(lambda: list(traceback.walk_stack("x")))
fails(lambda: list(traceback.walk_tb("x")))
fails(traceback.walk_tb)
print(list(traceback.walk_tb(None)), traceback.extract_tb(None), traceback.format_tb(None), StackSummary.extract(traceback.walk_tb(None)))
fails(traceback.extract_tb)
fails(traceback.format_tb)
fails(traceback.print_tb)
fails(traceback.extract_tb, 5)
fails(traceback.format_tb, 5)
fails(traceback.clear_frames, 5)
fails(traceback.clear_frames)
print(traceback.clear_frames(None))
for function in (traceback.extract_stack, traceback.format_stack, traceback.print_stack):
    fails(function, "not a frame")
    fails(function, None, None, None, None)
