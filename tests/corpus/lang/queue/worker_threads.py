# Workers over queues: sentinels, join and task_done, time-outs, priorities, and errors handed back.
import queue
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def fails(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, str(error))


jobs, results = queue.Queue(maxsize=4), queue.SimpleQueue()


def worker():
    while (job := jobs.get()) is not None:
        try:
            results.put((job, 100 // job))
        except ZeroDivisionError as error:
            results.put((job, error))
        finally:
            jobs.task_done()
    jobs.task_done()


threads = [threading.Thread(target=worker) for _ in range(3)]
for thread in threads:
    thread.start()
for job in range(-3, 7):
    jobs.put(job)
jobs.join()
found = sorted((results.get() for _ in range(results.qsize())), key=lambda pair: pair[0])
print([(job, repr(value)) for job, value in found])
for _ in threads:
    jobs.put(None)
for thread in threads:
    thread.join()
print(jobs.empty(), jobs.full(), jobs.unfinished_tasks, jobs.maxsize)
fails(jobs.task_done)
fails(jobs.get, timeout=0.01)
fails(jobs.get, False)
fails(jobs.get, timeout=-1)
fails(jobs.get_nowait)
for n in range(4):
    jobs.put(n)
fails(jobs.put, 5, timeout=0.01)
fails(jobs.put, 5, block=False)
fails(jobs.put_nowait, 5)
fails(jobs.put, 5, timeout=-0.5)
print(list(jobs.queue), jobs.qsize(), jobs.full())
for kind in (queue.LifoQueue, queue.PriorityQueue, queue.Queue):
    one = kind()
    for item in (3, 1, 2):
        one.put(item)
    print(kind.__name__, [one.get() for _ in range(3)])
urgent = queue.PriorityQueue(2)
urgent.put((2, "later"))
urgent.put((1, "now"))
fails(urgent.put_nowait, (0, "x"))
print(urgent.get(), urgent.get())
urgent.put((1, {}))
fails(urgent.put, (1, {}))
simple = queue.SimpleQueue()
fails(simple.get, timeout=0.01)
fails(simple.get_nowait)
fails(simple.get, False)
fails(simple.get, timeout=-1)
simple.put("a", block=False, timeout=3)
simple.put_nowait("b")
print(simple.qsize(), simple.empty(), simple.get(), simple.get_nowait(), simple.empty())
try:
    queue.SimpleQueue(5)
except TypeError:
    print("a simple queue has no size")
try:
    raise queue.Full("a text")
except queue.Full as error:
    print(repr(error), isinstance(error, Exception), queue.Empty.__bases__)


class Loud(queue.Queue):
    def _init(self, maxsize):
        self.log = []
        super()._init(maxsize)

    def _put(self, item):
        self.log.append(f"put {item}")
        super()._put(item)

    def _get(self):
        item = super()._get()
        self.log.append(f"get {item}")
        return item


loud = Loud(1)
with ThreadPoolExecutor(2) as pool:
    sender = pool.submit(lambda: [loud.put(n, timeout=5) for n in range(3)])
    receiver = pool.submit(lambda: [loud.get(timeout=5) for _ in range(3)])
print(receiver.result(), sender.result(), loud.log)
late = threading.Thread(target=lambda: (time.sleep(0.01), simple.put("late")))
late.start()
print(simple.get(timeout=5), late.join())
