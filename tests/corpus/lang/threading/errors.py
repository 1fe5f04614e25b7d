# What threads and locks refuse, and what becomes of exceptions in threads.
import threading


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except BaseException as error:
        print(type(error).__name__, error)


thread = threading.Thread(target=lambda: None)
attempt(thread.join)
thread.start()
thread.join()
attempt(thread.start)
attempt(threading.current_thread().join)
attempt(threading.Thread, 1)
attempt(setattr, thread, "daemon", True)


class NotReady(threading.Thread):
    def __init__(self):
        pass


attempt(NotReady().start)
attempt(NotReady().join)
lock = threading.Lock()
attempt(lock.release)
attempt(lock.acquire, False, 1)
attempt(lock.acquire, True, -2)
attempt(lock.acquire, timeout=1e12)
attempt(lock.acquire, timeout="x")
rlock = threading.RLock()
attempt(rlock.release)
attempt(rlock.acquire, False, 1)
condition = threading.Condition()
attempt(condition.wait)
attempt(condition.notify)
attempt(condition.notify_all)
attempt(threading.Semaphore, -1)
attempt(threading.Semaphore().release, 0)
attempt(threading.Semaphore().acquire, False, 1)
bounded = threading.BoundedSemaphore(2)
attempt(bounded.release)
attempt(threading.Event().wait, "x")
attempt(threading.stack_size, -1)
attempt(threading.local, 1)
attempt(threading.Barrier)
attempt(threading.Timer)
attempt(threading.ExceptHookArgs, (1, 2))

seen = []
before = threading.excepthook
threading.excepthook = lambda args: seen.append(
    (args.exc_type.__name__, str(args.exc_value), args.thread.name, args.exc_traceback is not None))
for number, error in enumerate((ValueError("v"), SystemExit(3), KeyError("k"))):
    def fail(error=error):
        raise error

    failing = threading.Thread(target=fail, name=f"fails {number}")
    failing.start()
    failing.join()
    print(failing.is_alive())
threading.excepthook = before
print(seen)
quiet = threading.Thread(target=exit)
quiet.start()
quiet.join()
print("the end")
