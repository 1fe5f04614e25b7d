# sys.unraisablehook: errors that have nowhere to go, told one by one.
import gc
import sys
import weakref


class Falls:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        raise ValueError(f"in the finalizer of {self.name}")


seen = []


def hook(unraisable):
    value = unraisable.exc_value
    frame = unraisable.exc_traceback.tb_frame if unraisable.exc_traceback else None
    seen.append((unraisable.exc_type.__name__, str(value), frame.f_code.co_name if frame else None,
                 getattr(unraisable.object, "__qualname__", type(unraisable.object).__name__)))
    print("told:", *seen[-1], unraisable.err_msg)


def drop(maker, *args):
    maker(*args)
    gc.collect()


sys.unraisablehook = hook
drop(Falls, "one")
drop(Falls, "two")


def reference():
    kept = type("Plain", (), {})()
    seen.append(weakref.ref(kept, lambda ref: 1 / 0))
    return None


reference()
gc.collect()
print(len(seen))


def generator():
    try:
        yield 1
    finally:
        raise KeyError("in the end of a generator")


def leave():
    next(generator())


leave()
gc.collect()
print([entry[0] for entry in seen if isinstance(entry, tuple)])


def fails(*args):
    try:
        print(sys.__unraisablehook__(*args))
    except TypeError as error:
        print(type(error).__name__)


fails()
fails(3)
fails(None)
fails(ValueError, ValueError())


def broken_hook(unraisable):
    raise RuntimeError("the hook fails as well")


class Exits:
    def __del__(self):
        raise SystemExit("not an exit")


sys.unraisablehook = hook
drop(Exits)
sys.unraisablehook = None
sys.unraisablehook = sys.__unraisablehook__
print(sys.unraisablehook is sys.__unraisablehook__, sys.unraisablehook.__name__)
import io

real, sys.stderr = sys.stderr, io.StringIO()
drop(Falls, "the one that is printed")
text = sys.stderr.getvalue()
sys.stderr = real
first, *rest = text.splitlines()
print(first.split(" at 0x")[0])
print(*[line for line in rest if not line.startswith("  File")], sep="\n")
