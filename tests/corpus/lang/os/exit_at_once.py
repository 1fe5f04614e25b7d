# os._exit() ends the program where it stands: no finally, no atexit, no unwritten text.
import atexit
import os
import sys
import threading

atexit.register(lambda: print("atexit is not asked"))


class Guard:
    def __enter__(self):
        print("entered")
        return self

    def __exit__(self, *args):
        print("left, which is not seen")

    def __del__(self):
        os.write(2, b"finalized, which is not seen\n")


def fails(*args, **kwargs):
    try:
        os._exit(*args, **kwargs)
    except (TypeError, OverflowError) as error:
        print(type(error).__name__)


fails()
fails("3")
fails(None)
fails(1.0)
fails(1, 2)
fails(code=3)
fails(1 << 70)
print(os._exit.__name__, os.EX_SOFTWARE)
kept = Guard()
sys.stdout.flush()
try:
    with kept:
        os.write(1, b"written past the buffer\n")
        sys.stdout.flush()
        print("this waits in the buffer and is lost", end="")
        os._exit(os.EX_SOFTWARE + 3)
except SystemExit:
    os.write(2, b"it is no exception\n")
finally:
    os.write(2, b"finally is not run\n")
