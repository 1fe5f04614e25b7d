# Thread pools: submit, map, shutdown, initialisers, names.
import threading
from concurrent.futures import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION,
                                ThreadPoolExecutor, as_completed, wait)

with ThreadPoolExecutor(max_workers=3) as pool:
    print(list(pool.map(pow, (2, 3, 4), (5, 2, 1))))
    futures = [pool.submit(divmod, n, 3) for n in range(5)]
    print([future.result() for future in futures])
    failing = pool.submit(int, "x")
    print(repr(failing.exception()))
    try:
        failing.result()
    except ValueError as error:
        print("raised", error)
    print(sorted(future.result() for future in as_completed([pool.submit(abs, -n) for n in range(4)])))

try:
    pool.submit(print)
except RuntimeError as error:
    print(error)

gate = threading.Event()
with ThreadPoolExecutor(2, thread_name_prefix="worker") as pool:
    slow = pool.submit(gate.wait, 10)
    fast = pool.submit(lambda: threading.current_thread().name)
    print(fast.result().startswith("worker_"))
    done, pending = wait([slow, fast], return_when=FIRST_COMPLETED)
    print(done == {fast}, pending == {slow}, slow.running(), slow.done())
    done, pending = wait([slow], timeout=0.01)
    print(len(done), len(pending))
    gate.set()
    print(wait([slow, fast], return_when=ALL_COMPLETED).not_done, slow.result())
    bad = pool.submit(lambda: 1 / 0)
    print(wait([bad], return_when=FIRST_EXCEPTION).done == {bad})

local = threading.local()


def prepare(value):
    local.value = value


with ThreadPoolExecutor(1, initializer=prepare, initargs=("prepared",)) as pool:
    print(pool.submit(lambda: local.value).result())

hold = threading.Event()
pool = ThreadPoolExecutor(1)
running = pool.submit(hold.wait, 10)
queued = [pool.submit(print, n) for n in range(3)]
print(queued[0].cancel(), queued[0].cancelled(), running.cancel())
hold.set()
pool.shutdown(wait=True, cancel_futures=True)
print([future.cancelled() for future in queued], running.done())


def errors(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


errors(ThreadPoolExecutor, 0)
errors(ThreadPoolExecutor, initializer=3)
errors(pool.submit)
with ThreadPoolExecutor(1) as pool:
    errors(list, pool.map(int, ["1", "x", "3"]))
    blocked = threading.Event()
    waiting = pool.map(blocked.wait, [10], timeout=0.01)
    errors(next, waiting)
    blocked.set()
    errors(wait, [pool.submit(int)], None, "never")
