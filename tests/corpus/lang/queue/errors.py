# What queues refuse.
import queue


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


line = queue.Queue(1)
attempt(line.get_nowait)
attempt(line.get, False)
attempt(line.get, timeout=0.01)
attempt(line.get, timeout=-1)
attempt(line.put, 1)
attempt(line.put_nowait, 2)
attempt(line.put, 2, timeout=0.01)
attempt(line.put, 2, timeout=-1)
attempt(line.task_done)
attempt(line.task_done)
attempt(line.join, 1)
attempt(line.qsize, 1)
attempt(line.empty, 1)
attempt(line.full, 1)
simple = queue.SimpleQueue()
attempt(simple.get_nowait)
attempt(simple.get, timeout=0.01)
attempt(simple.get, timeout=-1)
mixed = queue.PriorityQueue()
mixed.put(1)
attempt(mixed.put, "one")
lifo = queue.LifoQueue()
attempt(lifo.get_nowait)
attempt(queue.Queue, 1, 2)
attempt(queue.LifoQueue, 1, 2)
attempt(queue.PriorityQueue, 1, 2)
try:
    raise queue.Empty("nothing")
except queue.Empty as error:
    print(repr(error), queue.Empty.__mro__[1].__name__)
try:
    raise queue.Full
except queue.Full as error:
    print(repr(error))
