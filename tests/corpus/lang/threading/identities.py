# Who runs: idents, names, the main thread, enumerate, daemons, and what a finished thread says.
import threading

gate, ready = threading.Event(), threading.Semaphore(0)
seen = {}


def work(key):
    me = threading.current_thread()
    seen[key] = me, threading.get_ident(), threading.get_native_id(), me.name, me.daemon
    ready.release()
    gate.wait()


def fails(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__)


main = threading.main_thread()
print(main is threading.current_thread(), main.name, main.ident == threading.get_ident(), main.is_alive(), main.daemon)
threads = [threading.Thread(target=work, args=("plain",)), threading.Thread(target=work, args=("named",), name="a name"),
           threading.Thread(target=work, kwargs={"key": "daemon"}, daemon=True)]
print([(thread.ident, thread.native_id, thread.is_alive(), thread.daemon) for thread in threads])
print([thread.name for thread in threads], repr(threads[1]))
for thread in threads:
    thread.start()
for _ in threads:
    ready.acquire()
print(threading.active_count(), len(threading.enumerate()), set(threads) < set(threading.enumerate()), main in threading.enumerate())
print([seen[key][0] is thread for key, thread in zip(seen, threads)], len({entry[1] for entry in seen.values()}))
print([thread.ident == seen[key][1] and thread.native_id == seen[key][2] for key, thread in zip(("plain", "named", "daemon"), threads)])
print([type(entry[2]).__name__ for entry in seen.values()], repr(threads[0]).split(" ")[1], repr(threads[2]).split(" ")[1:3:2])
fails(setattr, threads[0], "daemon", True)
fails(threads[0].start)
print(threads[0].join(0.01), threads[0].is_alive())
threads[1].name = "renamed"
gate.set()
for thread in threads:
    thread.join()
print([thread.is_alive() for thread in threads], threads[0].ident == seen["plain"][1], repr(threads[1])[:25])
print(threading.active_count(), threading.enumerate() == [main], threads[0].join())
for function in (threading.active_count, threading.current_thread, threading.main_thread, threading.get_ident, threading.get_native_id, threading.enumerate):
    fails(function, "surplus")
fails(threading.Thread, "group")
fails(threading.Thread, target=5, name=6)
fails(threading.Thread(target=print).join)
fails(threading.current_thread().join)
fails(threading.Thread, nothing=1)
fails(threading.BoundedSemaphore, -1)
fails(threading.BoundedSemaphore, 1, 2, 3)
fails(threading.Condition, 1, 2, 3)
fails(threading.Condition, 5)
print(threading.getprofile(), threading.gettrace())
print(threading.setprofile(None), threading.settrace(None))
fails(threading.getprofile, 1)
fails(threading.gettrace, 1)
fails(threading.setprofile)
fails(threading.settrace)
print(threading.ThreadError is RuntimeError, threading.TIMEOUT_MAX > 1e6)
try:
    threading.Lock().release()
except threading.ThreadError as error:
    print(error)


class Counting(threading.Thread):
    def __init__(self, limit):
        super().__init__(name=f"counting to {limit}")
        self.limit, self.result = limit, None

    def run(self):
        self.result = sum(range(self.limit))


counting = [Counting(n) for n in (3, 10)]
for thread in counting:
    thread.start()
    thread.join()
print([(thread.name, thread.result) for thread in counting])


class Forgets(threading.Thread):
    def __init__(self):
        pass


fails(Forgets().start)
