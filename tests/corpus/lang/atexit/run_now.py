# atexit._run_exitfuncs, _clear and _ncallbacks: what is called early is not called again.
import atexit
import gc
import sys
import threading
import weakref

order = []
before = atexit._ncallbacks()
atexit._run_exitfuncs()
print(before >= 0, atexit._ncallbacks())
for n in range(3):
    atexit.register(order.append, n)
print(atexit._ncallbacks(), atexit._run_exitfuncs(), order, atexit._ncallbacks())
atexit.register(order.append, "once more")
atexit._clear()
print(atexit._ncallbacks(), atexit._run_exitfuncs(), order)


def falls():
    order.append("fell")
    raise ValueError("first of all")


atexit.register(order.append, "after the fall")
atexit.register(falls)
real, sys.stderr = sys.stderr, __import__("io").StringIO()
try:
    atexit._run_exitfuncs()
except ValueError as error:
    print("raised", error)
text, sys.stderr = sys.stderr.getvalue(), real
print(order[3:], text.splitlines()[-1:], atexit._ncallbacks())
for call in (lambda: atexit.unregister(), lambda: atexit._run_exitfuncs(1), lambda: atexit.register(None)):
    try:
        call()
    except TypeError as error:
        print("TypeError")


class Connection:
    def __init__(self, name):
        self.name = name
        atexit.register(self.close)

    def close(self):
        print("closing", self.name)
        atexit.unregister(self.close)


first, second = Connection("first"), Connection("second")
first.close()
gone = weakref.ref(second)
del second
gc.collect()
print(gone() is not None, atexit._ncallbacks())
finalizer = weakref.finalize(first, print, "finalizer of first")
unfinished = weakref.finalize(first, print, "not at exit")
unfinished.atexit = False


def thread_end():
    atexit.register(print, "registered by a thread")


thread = threading.Thread(target=thread_end)
thread.start()
thread.join()


class Last:
    def __del__(self):
        print("__del__ after the functions", len(order))


last = Last()
try:
    raise SystemExit(5)
finally:
    atexit.register(print, "registered in finally")
