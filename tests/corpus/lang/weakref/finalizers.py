# weakref.finalize: once, at the object's end or the program's.
import gc
import weakref


class Thing:
    pass


def note(*args, **kwargs):
    print("note", args, kwargs)
    return "result"


thing = Thing()
first = weakref.finalize(thing, note, 1, key=2)
print(first.alive, first.atexit, first.peek()[1:] == (note, (1,), {"key": 2}), repr(first)[:9])
del thing
gc.collect()
print(first.alive, first(), first.peek(), first.detach(), first.atexit)

other = Thing()
by_hand = weakref.finalize(other, note, "by hand")
print(by_hand(), by_hand(), by_hand.alive, repr(by_hand).endswith("dead>"))
detached = weakref.finalize(other, note, "never")
print(detached.detach()[0] is other, detached.alive)
quiet = weakref.finalize(other, note, "not at exit")
quiet.atexit = False
print(quiet.atexit)
for arguments in ((), (other,), (3, note)):
    try:
        weakref.finalize(*arguments)
    except TypeError as error:
        print(type(error).__name__)
weakref.finalize(other, note, "at exit, registered first")
weakref.finalize(other, note, "at exit, registered last")
print("end of the program")
