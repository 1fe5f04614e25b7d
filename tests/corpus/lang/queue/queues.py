# Queues between threads: order, limits, task_done and join.
import queue
import threading

for kind, items in ((queue.Queue, [3, 1, 2]), (queue.LifoQueue, [3, 1, 2]),
                    (queue.PriorityQueue, [3, 1, 2])):
    line = kind()
    for item in items:
        line.put(item)
    print(kind.__name__, line.qsize(), line.empty(), line.full(),
          [line.get() for _ in items], line.empty())

limited = queue.Queue(maxsize=2)
limited.put("a")
limited.put_nowait("b")
print(limited.full(), limited.maxsize)
taken = []


def consume():
    while (item := limited.get()) is not None:
        taken.append(item)
        limited.task_done()
    limited.task_done()


thread = threading.Thread(target=consume)
thread.start()
for letter in "cdef":
    limited.put(letter)
limited.put(None)
limited.join()
thread.join()
print(taken, limited.unfinished_tasks)

results = queue.SimpleQueue()
threads = [threading.Thread(target=results.put, args=(n * n,)) for n in range(4)]
for thread in threads:
    thread.start()
print(sorted(results.get() for _ in threads), results.empty(), results.qsize())
results.put_nowait(1)
print(results.get_nowait(), queue.SimpleQueue[int], queue.Queue[str])


class Unique(queue.Queue):
    def _init(self, maxsize):
        self.queue = set()

    def _put(self, item):
        self.queue.add(item)

    def _get(self):
        return self.queue.pop()


unique = Unique()
for item in (1, 1, 1):
    unique.put(item)
print(unique.qsize(), unique.get())
