# Threads are tasks of one host thread: one that never waits is never interrupted.
import threading
import time

stop = False


def spin():
    end = time.monotonic() + 0.5
    while not stop and time.monotonic() < end:
        pass
    print("stopped" if stop else "ran to its end")


thread = threading.Thread(target=spin)
thread.start()
stop = True
thread.join()
