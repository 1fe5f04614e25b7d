# sys.excepthook called by hand, replaced, broken; what sys.last_value is afterwards.
import io
import sys
import traceback


def printed(function, *args):
    real, sys.stderr = sys.stderr, io.StringIO()
    try:
        function(*args)
        return sys.stderr.getvalue()
    except BaseException as error:
        return f"raised {type(error).__name__}: {error}"
    finally:
        sys.stderr = real


def fall(depth):
    if depth:
        return fall(depth - 1)
    raise LookupError("at the bottom")


try:
    fall(2)
except LookupError as error:
    kept = error
print(printed(sys.excepthook, type(kept), kept, kept.__traceback__))
print(printed(sys.excepthook, type(kept), kept, None))
print(printed(sys.excepthook, type(kept), kept, kept.__traceback__.tb_next.tb_next))
print(printed(sys.excepthook, None, None, None))
print(printed(sys.excepthook, ValueError, ValueError("made"), None))
chained = RuntimeError("outer")
chained.__cause__ = KeyError("inner")
chained.add_note("a note")
print(printed(sys.excepthook, RuntimeError, chained, None))
print(printed(sys.excepthook, KeyboardInterrupt, KeyboardInterrupt(), None))
print(printed(sys.excepthook, SystemExit, SystemExit(3), None))
print(printed(sys.excepthook, ExceptionGroup, ExceptionGroup("group", [ValueError(1), TypeError(2)]), None))
print(printed(sys.excepthook))
print(printed(sys.excepthook, 1, 2))
print(hasattr(sys, "last_type"), hasattr(sys, "last_traceback"), sys.exc_info())
try:
    sys.last_value
except AttributeError as error:
    print(error)
try:
    traceback.print_last()
except ValueError as error:
    print(error)


def hook(kind, value, trace):
    print("hook", kind.__name__, value, [entry.name for entry in traceback.extract_tb(trace)])
    print(sys.last_type is kind, sys.last_value is value, sys.last_traceback is trace, sys.exc_info()[0])
    traceback.print_last(file=sys.stdout)
    traceback.print_last(limit=1, file=sys.stdout, chain=False)
    sys.stdout.flush()
    sys.__excepthook__(kind, value, trace)
    raise OSError("the hook fails")


sys.excepthook = hook
try:
    fall(0)
except LookupError as error:
    raise SyntaxError("not one of the compiler") from error
