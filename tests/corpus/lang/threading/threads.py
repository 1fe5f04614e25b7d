# Threads: names, states, start and join, arguments, subclasses.
import threading


def work(a, b=2, *, c=3):
    current = threading.current_thread()
    print("work", a, b, c, current.name, current.daemon, current.is_alive())
    results.append(current.ident == threading.get_ident())


results = []
thread = threading.Thread(target=work, args=(1,), kwargs={"c": 5})
print(repr(thread), thread.name, thread.ident, thread.is_alive(), thread.native_id)
thread.start()
thread.join()
print(results, thread.is_alive(), thread.ident is not None)
print(repr(thread).split(",")[1].split()[0])

named = threading.Thread(target=work, args=(2,), name="worker", daemon=True)
print(named, named.daemon)
named.name = "renamed"
named.start()
named.join(5)
print(named.name, named.is_alive())


class Counter(threading.Thread):
    def __init__(self, limit):
        super().__init__(name="counter")
        self.limit = limit
        self.total = 0

    def run(self):
        for n in range(self.limit):
            self.total += n


counters = [Counter(n) for n in (3, 10)]
for one in counters:
    one.start()
for one in counters:
    one.join()
print([one.total for one in counters])

main = threading.main_thread()
print(main.name, main is threading.current_thread(), main.daemon, main.is_alive())
print(threading.active_count(), [one.name for one in threading.enumerate()])
print(type(threading.get_ident()), type(threading.get_native_id()), threading.TIMEOUT_MAX > 1e6)
print(threading.stack_size(), threading.ThreadError is RuntimeError)

gate = threading.Event()
waiting = threading.Thread(target=gate.wait, name="waits")
waiting.start()
print(threading.active_count(), sorted(one.name for one in threading.enumerate()))
gate.set()
waiting.join()
print(threading.active_count(), gate.is_set())
print(threading.Thread().name.startswith("Thread-"))
threading.settrace(None)
threading.setprofile(None)
print(threading.gettrace(), threading.getprofile())
