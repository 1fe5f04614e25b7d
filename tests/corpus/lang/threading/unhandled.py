# An exception that ends a thread is reported on stderr; the program goes on.
import sys
import threading


def divide(a, b):
    return a / b


thread = threading.Thread(target=divide, args=(1, 0), name="divides")
thread.start()
thread.join()
print("goes on")


def report(args):
    print("hook:", args.exc_type.__name__, args.thread.name, file=sys.stderr)
    raise RuntimeError("the hook itself")


threading.excepthook = threading.__excepthook__
second = threading.Thread(target=[].pop, name="pops")
second.start()
second.join()
late = threading.Thread(target=print, args=("from a thread that outlives the main one",))
late.start()
