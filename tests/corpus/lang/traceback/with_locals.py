# Locals in the text of an error, frames that are cleared, and what they held.
import gc
import sys
import traceback
import weakref


class Held:
    def __repr__(self):
        return "<held>"


class Broken:
    def __repr__(self):
        if Broken.falls:
            raise RuntimeError("no repr")
        return "<whole>"

    falls = False


def work(first, *rest, key="default"):
    held = Held()
    broken = Broken()
    number, text, table = 5, "zwei\nlines", {"a": [1, 2, 3]}

    def inner(captured):
        doubled = captured * number
        raise LookupError(doubled, held.__class__.__name__)

    for at in range(2):
        if at:
            inner(first)


try:
    work("x", 1, 2, key="given")
except LookupError as error:
    kept = error
kept.__traceback__ = kept.__traceback__.tb_next
shown = traceback.TracebackException.from_exception(kept, capture_locals=True)
for line in shown.format():
    print(line.split(" at 0x")[0].rstrip(), end="\n")
print([sorted(entry.locals) for entry in shown.stack])
print(shown.stack[0].locals["number"], shown.stack[0].locals["text"], shown.stack[0].locals["broken"], shown.stack[0].locals["rest"])
Broken.falls = True
try:
    traceback.TracebackException.from_exception(kept, capture_locals=True)
except RuntimeError as error:
    print("the locals cannot be shown:", error)
plain = traceback.TracebackException.from_exception(kept)
print([entry.locals for entry in plain.stack], plain == shown)
walked = traceback.StackSummary.extract(traceback.walk_tb(kept.__traceback__), capture_locals=True, limit=-1)
print(walked[0].name, {name: value for name, value in sorted(walked[0].locals.items()) if name != "held"})

frame = kept.__traceback__.tb_frame
watch = weakref.ref(frame.f_locals["held"])
print(frame.f_code.co_name, frame.f_locals["at"], frame.f_locals["key"], watch())
inner_frame = kept.__traceback__.tb_next.tb_frame
print(inner_frame.f_locals["doubled"], inner_frame.f_back is frame, frame.f_back is sys._getframe())
del shown, plain, walked
traceback.clear_frames(kept.__traceback__)
gc.collect()
print(frame.f_locals, kept.args)
print([entry.name for entry in traceback.extract_tb(kept.__traceback__)])
traceback.clear_frames(kept.__traceback__)


def suspended():
    resource = Held()
    try:
        yield weakref.ref(resource)
    finally:
        print("generator ends")


running = suspended()
ref = next(running)
running.gi_frame.clear()
gc.collect()
print(ref(), list(running))


def running_now():
    try:
        sys._getframe().clear()
    except RuntimeError as error:
        print(error)
    try:
        raise KeyError
    except KeyError as error:
        traceback.clear_frames(error.__traceback__)
        print("the frame that runs is left alone")


running_now()


def again(n):
    local = n * 2
    if n == 0:
        return 1 / n
    return again(n - 1)


try:
    again(6)
except ZeroDivisionError as error:
    text = traceback.TracebackException.from_exception(error, capture_locals=True)
    print([entry.locals for entry in text.stack[1:]])
    print("".join(list(text.format())[2:4]))
    print(traceback.format_exc().count("again(n - 1)"), traceback.format_exc().split("\n")[-8].strip())
