# What happens to errors of threads: excepthook, its arguments, SystemExit, and a hook that fails.
import io
import sys
import threading

told = []


def hook(args):
    told.append((args.exc_type.__name__, str(args.exc_value), args.exc_traceback is not None, args.thread.name))


def fall(error):
    raise error


def run(target, *args, name="worker"):
    thread = threading.Thread(target=target, args=args, name=name)
    thread.start()
    thread.join()


def printed(function, *args):
    real, sys.stderr = sys.stderr, io.StringIO()
    try:
        function(*args)
        return sys.stderr.getvalue().replace(__file__, "FILE")
    finally:
        sys.stderr = real


print(threading.excepthook is threading.__excepthook__)
text = printed(run, fall, ValueError("plain")).splitlines()
print(*text[:2], *text[-3:], sep="\n")
print(repr(printed(run, fall, SystemExit(3))), repr(printed(run, sys.exit)))
threading.excepthook = hook
run(fall, KeyError("k"), name="first")
run(fall, SystemExit(4), name="leaves")
run(int, "x", name="second")
run(fall, KeyboardInterrupt("i"), name="third")
print(*told, sep="\n")


def failing_hook(args):
    raise LookupError("the hook itself")


threading.excepthook = failing_hook
text = printed(run, fall, ValueError("first error"))
print([line for line in text.splitlines() if not line.startswith("  ")])
threading.excepthook = threading.__excepthook__
made = threading.ExceptHookArgs((ValueError, ValueError("made"), None, None))
print(made.exc_type.__name__, made.exc_value, made.exc_traceback, made.thread, len(made))
print(printed(threading.excepthook, made).partition("\n")[2])
print(printed(threading.excepthook, threading.ExceptHookArgs((KeyError, KeyError("k"), None, threading.Thread(name="unstarted")))))
print(repr(printed(threading.excepthook, threading.ExceptHookArgs((SystemExit, SystemExit(), None, None)))))


def fails(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__)


fails(threading.excepthook)
fails(threading.excepthook, 5)
fails(threading.excepthook, ValueError("x"))
fails(threading.ExceptHookArgs, (1, 2))
fails(threading.ExceptHookArgs, 5)
fails(threading.ExceptHookArgs)
outcome = []


def careful():
    try:
        fall(OSError(5, "caught inside"))
    except OSError as error:
        outcome.append(error)
    finally:
        outcome.append(sys.exc_info())


run(careful)
print(outcome[0], outcome[1], sys.exc_info())
thread = threading.Thread(target=fall, args=(RuntimeError("the one that is printed"),), name="last")
thread.start()
thread.join()
print(thread.is_alive(), threading.active_count())
