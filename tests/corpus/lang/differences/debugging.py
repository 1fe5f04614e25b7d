# Reference counts, tracing and changes to frames are those of CPython's own machine.
import gc
import sys

for name in ("getrefcount", "settrace", "gettrace", "setprofile", "getprofile", "call_tracing"):
    print(name, hasattr(sys, name))
for name in ("get_referrers", "get_referents", "get_objects"):
    print(name, hasattr(gc, name))


def changed():
    frame = sys._getframe()
    try:
        frame.f_trace = None
    except AttributeError as error:
        print(type(error).__name__)
    else:
        print("f_trace was set")


changed()
