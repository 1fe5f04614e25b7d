# Conditions, barriers and timers.
import threading

condition = threading.Condition()
items = []
got = []


def consume():
    with condition:
        while not items:
            condition.wait()
        got.append(items.pop(0))


threads = [threading.Thread(target=consume) for _ in range(3)]
for thread in threads:
    thread.start()
for item in range(3):
    with condition:
        items.append(item)
        condition.notify()
for thread in threads:
    thread.join()
print(sorted(got), items)
with condition:
    print(condition.wait(0.01), condition.wait_for(lambda: False, 0.01),
          condition.wait_for(lambda: "at once"))
print(repr(threading.Condition(threading.Lock())).split("(")[0])

state = []
flag = threading.Condition(threading.Lock())


def announce():
    with flag:
        state.append("ready")
        flag.notify_all()


with flag:
    threading.Thread(target=announce).start()
    print(flag.wait_for(lambda: state), state)

barrier = threading.Barrier(3, action=lambda: numbers.append("all are here"))
numbers = []


def meet():
    numbers.append(barrier.wait() < 3)


threads = [threading.Thread(target=meet) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(numbers, barrier.parties, barrier.n_waiting, barrier.broken)

broken = []


def alone():
    try:
        pair.wait()
    except threading.BrokenBarrierError as error:
        broken.append(repr(error))


pair = threading.Barrier(2)
thread = threading.Thread(target=alone)
thread.start()
while not pair.n_waiting:
    threading.Event().wait(0.01)
pair.abort()
thread.join()
print(broken, pair.broken)
try:
    pair.wait()
except threading.BrokenBarrierError:
    print("still broken")
pair.reset()
print(pair.broken)
try:
    pair.wait(timeout=0.01)
except threading.BrokenBarrierError:
    print("nobody came", pair.broken)

called = threading.Event()
timer = threading.Timer(0.01, lambda *args, **kwargs: (print(args, kwargs), called.set()),
                        [1], {"b": 2})
timer.start()
print(called.wait(10))
timer.join()
cancelled = threading.Timer(10, print, ["never"])
cancelled.start()
cancelled.cancel()
cancelled.join()
print(cancelled.finished.is_set(), cancelled.interval)
