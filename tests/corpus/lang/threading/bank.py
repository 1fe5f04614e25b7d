# Accounts with locks: transfers in many threads keep the sum, and a deadlock is avoided by order.
import random
import threading
import time


class Account:
    def __init__(self, number, balance):
        self.number, self.balance, self.lock = number, balance, threading.RLock()
        self.log = []

    def change(self, amount):
        with self.lock:
            if self.balance + amount < 0:
                raise ValueError(f"account {self.number} has only {self.balance}")
            before = self.balance
            time.sleep(0)
            self.balance = before + amount
            self.log.append(amount)


def transfer(one, other, amount):
    first, second = sorted((one, other), key=lambda account: account.number)
    with first.lock, second.lock:
        one.change(-amount)
        other.change(amount)


def clerk(accounts, seed, failures):
    chosen = random.Random(seed)
    for _ in range(30):
        one, other = chosen.sample(accounts, 2)
        try:
            transfer(one, other, chosen.randrange(1, 60))
        except ValueError as error:
            failures.append(str(error))


accounts = [Account(number, 100) for number in range(4)]
failures = []
threads = [threading.Thread(target=clerk, args=(accounts, seed, failures), name=f"clerk {seed}") for seed in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sum(account.balance for account in accounts), all(account.balance >= 0 for account in accounts))
print(all(100 + sum(account.log) == account.balance for account in accounts), sum(len(account.log) for account in accounts) == 2 * (150 - len(failures)))
print([thread.is_alive() for thread in threads], threading.active_count(), [thread.name for thread in threads][:2])

lock = threading.RLock()
print(lock.acquire(), lock.acquire(blocking=False), lock.acquire(timeout=1))
found = []
other = threading.Thread(target=lambda: found.append((lock.acquire(blocking=False), lock.acquire(timeout=0.01))))
other.start()
other.join()
print(found, [lock.release() for _ in range(3)])


def fails(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


fails(lock.release)
fails(lock.acquire, blocking=False, timeout=1)
fails(lock.acquire, timeout=-2)
fails(lock.acquire, timeout=threading.TIMEOUT_MAX * 10)
try:
    threading.RLock(1, 2, 3).release()
except (TypeError, RuntimeError) as error:
    print("not held, or no arguments")
stolen = []


def steal():
    try:
        lock.release()
    except RuntimeError as error:
        stolen.append(str(error))


with lock:
    thief = threading.Thread(target=steal)
    thief.start()
    thief.join()
print(stolen, lock.acquire(False), lock.release())
plain = threading.Lock()
plain.acquire()
helper = threading.Thread(target=plain.release)
helper.start()
helper.join()
print(plain.locked(), plain.acquire(timeout=0.01), plain.acquire(timeout=0.01), plain.release(), plain.locked())
fails(plain.release)
