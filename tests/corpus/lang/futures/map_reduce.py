# Counting words with an executor: map, as_completed, chained futures, failures and cancelling.
import concurrent.futures
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

TEXTS = ["the cat and the dog", "a dog a day", "", "cat cat cat", "the end"]


def count(text):
    if not text:
        raise ValueError("an empty text")
    return Counter(text.split())


def fails(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except BaseException as error:
        print(type(error).__name__, str(error))


with ThreadPoolExecutor(max_workers=3, thread_name_prefix="count") as pool:
    futures = {pool.submit(count, text): text for text in TEXTS}
    total, failed = Counter(), []
    for future in concurrent.futures.as_completed(futures):
        if error := future.exception():
            failed.append((futures[future], repr(error)))
        else:
            total += future.result()
    print(sorted(total.items()), failed)
    results = pool.map(count, TEXTS)
    print(next(results)["the"], next(results)["a"])
    fails(next, results)
    print(list(results))
    print(list(pool.map(pow, [2, 3], [5, 2, 9])), list(pool.map(len, [])))
    names = set(pool.map(lambda _: threading.current_thread().name.rsplit("_", 1)[0], range(6)))
    print(names)
fails(pool.submit, count, "late")
fails(pool.map, count, ["late"])
fails(ThreadPoolExecutor, 0)
fails(ThreadPoolExecutor, 1, initializer=5)

gate = threading.Event()
pool = ThreadPoolExecutor(1)
running = pool.submit(gate.wait)
queued = [pool.submit(count, "queued") for _ in range(3)]
print(queued[0].cancel(), queued[0].cancelled(), queued[0].done(), running.done())
fails(queued[0].result)
fails(queued[1].result, timeout=0.01)
fails(queued[1].exception, timeout=0.01)
done, waiting = concurrent.futures.wait([queued[0], queued[1]], timeout=0.01)
print(len(done), len(waiting))
gate.set()
print(running.result(), running.cancel(), queued[2].result(), queued[1].running())
done, waiting = concurrent.futures.wait(queued, return_when=concurrent.futures.ALL_COMPLETED)
print(len(done), waiting)
fails(lambda: list(concurrent.futures.as_completed([pool.submit(threading.Event().wait, 0.2)], timeout=0.01)))
pool.shutdown(wait=True)

steps = []
with ThreadPoolExecutor(2) as pool:
    first = pool.submit(lambda: 5)
    second = concurrent.futures.Future()
    first.add_done_callback(lambda future: second.set_result(future.result() * 2))
    first.add_done_callback(lambda future: steps.append(future is first))
    print(second.result(timeout=5), steps)
    nested = pool.submit(lambda: pool.submit(count, "x y x").result())
    print(nested.result())


for wanted in (concurrent.futures.TimeoutError, concurrent.futures.CancelledError, concurrent.futures.BrokenExecutor, concurrent.futures.InvalidStateError):
    try:
        raise wanted("told")
    except (concurrent.futures.TimeoutError, concurrent.futures.CancelledError) as error:
        print("waiting:", repr(error))
    except concurrent.futures.BrokenExecutor as error:
        print("pool:", repr(error), isinstance(error, RuntimeError))
    except Exception as error:
        print("other:", repr(error))
print(concurrent.futures.TimeoutError is TimeoutError, issubclass(concurrent.futures.thread.BrokenThreadPool, concurrent.futures.BrokenExecutor))
