# Runs the programs whose files are named, each in a namespace of its own; what each has printed
# ends with a line that names it.
import sys
import traceback
import warnings


def shown(message, category, filename, lineno, file=None, line=None):
    # A coroutine that nobody awaited is reported when the collector finds it.
    # One about a `finally` block comes once for each way through it, one about an index also for
    # what CPython's optimiser has made a constant, and only CPython warns of NotImplemented.
    if "indices must be" in str(message) or "NotImplemented" in str(message):
        return
    text = f"warning {category.__name__} {message} {lineno}"
    if category is not RuntimeWarning and text not in seen:
        seen.add(text)
        print(text)


def run(name):
    with open(name, encoding="utf-8") as file:
        text = file.read()
    seen.clear()
    space = {"__name__": "__main__"}
    try:
        exec(compile(text, name, "exec"), space)
    except BaseException as error:
        # Without the frame of this file.
        error.__traceback__ = error.__traceback__ and error.__traceback__.tb_next
        print("".join(traceback.format_exception(error)))


seen = set()
warnings.simplefilter("always")
warnings.showwarning = shown
for name in sys.argv[1:]:
    try:
        run(name)
    except BaseException as error:
        print("failed", type(error).__name__)
    print(f"\n=== {name}", flush=True)
