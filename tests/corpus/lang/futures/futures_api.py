# Futures by hand: states, callbacks, cancelling, waiting, errors.
import concurrent.futures
import threading
from concurrent.futures import CancelledError, Executor, Future, InvalidStateError


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])


def shown(future):
    return repr(future).split("state=")[1]


future = Future()
print(shown(future), future.done(), future.running(), future.cancelled())
attempt(future.result, 0.01)
attempt(future.exception, timeout=0)
calls = []
future.add_done_callback(lambda f: calls.append(f is future))
print(future.set_running_or_notify_cancel(), shown(future), future.cancel())
future.set_result([1, 2])
print(shown(future), future.result(), future.exception(), calls)
attempt(future.set_result, 3)
attempt(future.set_exception, ValueError("again"))
future.add_done_callback(lambda f: calls.append("late"))
print(calls)

failed = Future()
failed.set_exception(KeyError("k"))
print(shown(failed), repr(failed.exception()))
attempt(failed.result)
cancelled = Future()
print(cancelled.cancel(), cancelled.cancel(), shown(cancelled), cancelled.done())
attempt(cancelled.result)
attempt(cancelled.exception)
print(cancelled.set_running_or_notify_cancel())
attempt(Future().set_result)
attempt(concurrent.futures.wait, 3)
attempt(list, concurrent.futures.as_completed([Future()], timeout=0.01))
attempt(Executor().submit, print)
print(Executor().shutdown(), Future[int])
print(issubclass(CancelledError, concurrent.futures._base.Error),
      concurrent.futures.TimeoutError is TimeoutError, InvalidStateError.__mro__[1].__name__)
print(issubclass(concurrent.futures.BrokenExecutor, RuntimeError))
waiting = Future()
threading.Timer(0.02, waiting.set_result, ["from a thread"]).start()
print(waiting.result(timeout=10))
attempt(getattr, concurrent.futures, "missing")
