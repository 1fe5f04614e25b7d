# An executor of one's own, futures set by hand, and the rules of their states.
import concurrent.futures as cf
import threading


def fails(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except BaseException as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])


class Inline(cf.Executor):
    """Runs at once, in the thread that submits."""

    def __init__(self):
        self.log, self.closed = [], False

    def submit(self, function, /, *args, **kwargs):
        if self.closed:
            raise RuntimeError("closed")
        future = cf.Future()
        if future.set_running_or_notify_cancel():
            try:
                future.set_result(function(*args, **kwargs))
            except Exception as error:
                future.set_exception(error)
        self.log.append(getattr(function, "__name__", "?"))
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        self.closed = True
        self.log.append(f"shutdown {wait} {cancel_futures}")


with Inline() as inline:
    print(inline.submit(divmod, 7, 2).result(), list(inline.map(len, ["a", "bcd"])))
    failed = inline.submit(int, "x")
    fails(failed.result)
    print(repr(failed.exception()), failed.done(), failed.running(), failed.cancelled())
    fails(lambda: list(inline.map(int, ["1", "x", "3"])))
    print(list(inline.map(max, [1, 5], [4, 2], timeout=1, chunksize=9)))
fails(inline.submit, len, "")
print(inline.log)
bare = cf.Executor()
fails(bare.submit, len, "")
fails(bare.submit)
fails(bare.map, len, [""])
print(bare.shutdown(), bare.__enter__() is bare, bare.__exit__(None, None, None))

future = cf.Future()
print(future.done(), future.running(), future.cancelled(), repr(future).split("state=")[1])
fails(future.result, 0)
fails(future.exception, timeout=0)
seen = []
future.add_done_callback(lambda f: seen.append("first"))
future.add_done_callback(lambda f: seen.append(f is future))
print(future.set_running_or_notify_cancel(), future.running(), future.cancel(), repr(future).split("state=")[1])
future.set_result({"a": 1})
print(future.result(), future.exception(), seen, repr(future).split("state=")[1])
future.add_done_callback(lambda f: seen.append("late"))
print(seen)
fails(future.set_result, 1)
fails(future.set_exception, ValueError())
print(future.cancel(), future.cancelled())

other = cf.Future()
other.add_done_callback(lambda f: seen.append(f.cancelled()))
print(other.cancel(), other.cancel(), other.done(), seen[-1], other.set_running_or_notify_cancel(), repr(other).split("state=")[1])
fails(other.result)
fails(other.exception)
fails(other.set_result, 5)
third = cf.Future()
third.set_exception(KeyError("k"))
fails(third.result)
print(repr(third).split("state=")[1], repr(third.exception()))
fourth = cf.Future()
waiting = []
threads = [threading.Thread(target=lambda: waiting.append(fourth.result(5))) for _ in range(3)]
for thread in threads:
    thread.start()
fourth.set_result("for all")
for thread in threads:
    thread.join()
print(waiting)
print(sorted(f.result() for f in cf.as_completed([fourth, fourth])), cf.wait({fourth}) == ({fourth}, set()))
done, pending = cf.wait([third, cf.Future()], timeout=0.01, return_when=cf.FIRST_EXCEPTION)
print(len(done), len(pending), cf.FIRST_COMPLETED, cf.FIRST_EXCEPTION, cf.ALL_COMPLETED, type(cf.wait([fourth])).__name__)
try:
    raise cf.BrokenExecutor("the workers are gone")
except RuntimeError as error:
    print(repr(error), cf.BrokenExecutor.__mro__[1].__name__, cf.CancelledError.__mro__[1].__name__, cf.InvalidStateError.__mro__[1].__name__)
fails(cf.Future, 5)
fails(cf.wait)
fails(cf.as_completed)
