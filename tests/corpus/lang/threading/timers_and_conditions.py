# A bounded buffer on a Condition, notify and time-outs, semaphores, barriers, events and timers.
import threading
import time

log = []


class Buffer:
    def __init__(self, size):
        self.items, self.size = [], size
        self.lock = threading.Lock()
        self.space, self.filled = threading.Condition(self.lock), threading.Condition(self.lock)

    def put(self, item):
        with self.space:
            while len(self.items) >= self.size:
                self.space.wait()
            self.items.append(item)
            self.filled.notify()

    def get(self, timeout=None):
        with self.filled:
            if not self.filled.wait_for(lambda: self.items, timeout):
                raise TimeoutError("nothing came")
            item = self.items.pop(0)
            self.space.notify()
            return item


def start(*targets):
    threads = [threading.Thread(target=target) for target in targets]
    for thread in threads:
        thread.start()
    return threads


def join(threads):
    for thread in threads:
        thread.join()


def fails(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)).split(" at 0x")[0])
    except Exception as error:
        print(type(error).__name__, error)


buffer, got = Buffer(2), []
join(start(lambda: [buffer.put(n) for n in range(6)], lambda: [buffer.put(n) for n in range(10, 16)],
           lambda: [got.append(buffer.get()) for _ in range(12)]))
print(sorted(got), [n for n in got if n < 10] == list(range(6)), [n for n in got if n >= 10] == list(range(10, 16)))
fails(buffer.get, 0.01)
condition = threading.Condition()
fails(condition.wait)
fails(condition.notify)
fails(condition.notify_all)
fails(condition.wait_for, lambda: True)
fails(condition.release)
with condition:
    print(condition.wait(0.01), condition.wait_for(lambda: 0, 0.01), condition.wait_for(lambda: "truth"))

counting, order = threading.Semaphore(2), []


def limited(n):
    with counting:
        order.append(1)
        most.append(len(order))
        time.sleep(0.001)
        order.pop()


most = []
join(start(*[lambda n=n: limited(n) for n in range(6)]))
print(max(most) <= 2, len(most), counting.acquire(timeout=0), counting.acquire(blocking=False), counting.acquire(blocking=False), counting.release(2))
fails(counting.acquire, blocking=False, timeout=1)
fails(counting.release, 0)
bounded = threading.BoundedSemaphore(1)
fails(bounded.release)
fails(threading.Semaphore, -1)

barrier, phases = threading.Barrier(3, action=lambda: phases.append("|")), []


def walk(name):
    for phase in range(3):
        phases.append(f"{name}{phase}")
        barrier.wait()


join(start(*[lambda name=name: walk(name) for name in "abc"]))
print([sorted(phases[at:at + 3]) for at in (0, 4, 8)], phases.count("|"), barrier.n_waiting, barrier.broken, barrier.parties)
fails(barrier.wait, 0.01)
print(barrier.broken)
fails(barrier.wait)
barrier.reset()
errors = []


def waits():
    try:
        barrier.wait()
    except threading.BrokenBarrierError as error:
        errors.append(repr(error))


waiting = start(waits, waits)
while barrier.n_waiting < 2:
    time.sleep(0.001)
barrier.abort()
join(waiting)
print(errors, barrier.broken)
fails(threading.Barrier, 0)

event, fired = threading.Event(), []
timer, never = threading.Timer(0.01, fired.append, ["fired"]), threading.Timer(3600, fired.append, args=["never"])
timer.start()
never.start()
never.cancel()
join([timer, never])
print(fired, event.wait(0.01), event.is_set(), event.set(), event.wait(), event.clear(), event.is_set())
waiting = start(lambda: fired.append(event.wait(5)))
event.set()
join(waiting)
print(fired)
