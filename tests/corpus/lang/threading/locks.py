# Locks, re-entrant locks, semaphores and events between threads that take turns.
import threading

lock = threading.Lock()
print(lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.01))
lock.release()
with lock as held:
    print(held, lock.locked())
print(lock.locked(), type(lock).__name__, repr(lock).split(" at ")[0])

rlock = threading.RLock()
with rlock:
    with rlock:
        print(repr(rlock).split("owner")[0], repr(rlock).split("count=")[1].split()[0])
    taken = []
    other = threading.Thread(target=lambda: taken.append(rlock.acquire(blocking=False)))
    other.start()
    other.join()
    print(taken)
print(repr(rlock).split(" at ")[0])

order = []
lock.acquire()
ready = [threading.Event() for _ in range(3)]


def queue_up(number):
    ready[number].set()
    with lock:
        order.append(number)


threads = []
for number in range(3):
    thread = threading.Thread(target=queue_up, args=(number,))
    thread.start()
    ready[number].wait()
    threads.append(thread)
lock.release()
for thread in threads:
    thread.join()
print(sorted(order), lock.locked())

semaphore = threading.Semaphore(2)
print([semaphore.acquire(blocking=False) for _ in range(3)], semaphore.acquire(timeout=0.01))
semaphore.release(2)
with semaphore:
    print("one of two")
bounded = threading.BoundedSemaphore()
with bounded:
    print(bounded.acquire(blocking=False))

event = threading.Event()
print(event.is_set(), event.wait(0.01), repr(event).split(" at ")[0], repr(event)[-7:])
answers = []
threads = [threading.Thread(target=lambda: answers.append(event.wait(10))) for _ in range(3)]
for thread in threads:
    thread.start()
event.set()
for thread in threads:
    thread.join()
print(answers, event.is_set(), event.wait())
event.clear()
print(event.is_set())
