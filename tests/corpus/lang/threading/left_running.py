# The end of a program with threads: it waits for them, not for daemons; its exit code stays.
import atexit
import sys
import threading
import time

order = []
gate = threading.Event()


def patient():
    gate.wait(5)
    time.sleep(0.01)
    order.append("patient")
    print("patient thread ends", threading.main_thread().is_alive(), [thread.name for thread in threading.enumerate() if thread.daemon])


def daemon():
    try:
        threading.Event().wait(3600)
    finally:
        print("a daemon is not waited for")


class Late(threading.Thread):
    def run(self):
        gate.wait(5)
        try:
            raise LookupError("in a thread, after the main one has ended")
        except LookupError as error:
            order.append(str(error))


atexit.register(lambda: print("atexit comes after the threads:", sorted(order)))
threads = [threading.Thread(target=patient), Late(), threading.Thread(target=daemon, daemon=True, name="the daemon")]
for thread in threads:
    thread.start()
print([thread.daemon for thread in threads], threading.active_count())
try:
    sys.exit("the main thread has had enough")
finally:
    gate.set()
    print("main: finally", len(order))
