# Clocks that count the processor's work.
import time


def grows(clock, kind):
    first = clock()
    assert isinstance(first, kind), first
    for _ in range(1000000):
        if clock() > first:
            return clock() >= first
    return False


for clock, kind in [
    (time.process_time, float),
    (time.process_time_ns, int),
    (time.thread_time, float),
    (time.thread_time_ns, int),
    (time.perf_counter, float),
    (time.perf_counter_ns, int),
    (time.monotonic, float),
    (time.monotonic_ns, int),
]:
    print(clock.__name__, grows(clock, kind))

# The two units are of the same clock.
print(abs(time.process_time_ns() / 1e9 - time.process_time()) < 60)
print(abs(time.thread_time_ns() / 1e9 - time.thread_time()) < 60)

# What a thread has worked is part of what the process has worked.
thread, process = time.thread_time_ns(), time.process_time_ns()
print(thread <= process)

# Waiting is no work: at least the wait lies between the two clocks' differences.
begun, worked = time.monotonic(), time.process_time()
time.sleep(0.05)
passed = time.monotonic() - begun
print(passed >= 0.05)
print(time.process_time() - worked < passed + 0.05)

for clock in (time.process_time, time.process_time_ns, time.thread_time, time.thread_time_ns):
    try:
        clock(1)
    except TypeError as error:
        print(error)
    try:
        clock(unit="s")
    except TypeError as error:
        print(error)
