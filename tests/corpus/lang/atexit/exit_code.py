# At SystemExit the functions run too, and the code stays.
import atexit
import sys

atexit.register(print, "at exit")
atexit.register(lambda: print("flushed?", end=""))


@atexit.register
def ends():
    print("still here")


atexit._run_exitfuncs()
print("once is enough", atexit._ncallbacks())
atexit.register(print, "second round")
atexit._clear()
print(atexit._ncallbacks())
atexit.register(print, "third round")


def late(n):
    print("late", n)
    sys.stdout.flush()


for i in range(3):
    atexit.register(late, i)
sys.exit(7)
