"""Clocks by number: what they agree on, and what they are not."""
import time

CLOCKS = {
    "realtime": time.CLOCK_REALTIME,
    "monotonic": time.CLOCK_MONOTONIC,
    "raw": time.CLOCK_MONOTONIC_RAW,
    "boot": time.CLOCK_BOOTTIME,
    "tai": time.CLOCK_TAI,
    "process": time.CLOCK_PROCESS_CPUTIME_ID,
    "thread": time.CLOCK_THREAD_CPUTIME_ID,
}


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(len(set(CLOCKS.values())), all(type(number) is int for number in CLOCKS.values()))
for name, number in CLOCKS.items():
    first, second = time.clock_gettime(number), time.clock_gettime_ns(number) / 1e9
    print(name, type(first).__name__, first <= second + 1e-6, 0 < time.clock_getres(number) < 1)

# Two ways to the same clock: the one lies between two readings of the other.
before, inside, after = time.time(), time.clock_gettime(time.CLOCK_REALTIME), time.time_ns() / 1e9
print(before - 1e-3 <= inside <= after + 1e-3)
before, inside, after = (
    time.monotonic(), time.clock_gettime(time.CLOCK_MONOTONIC), time.monotonic_ns() / 1e9)
print(before - 1e-3 <= inside <= after + 1e-3)

# The processor's clocks: a thread has worked no longer than its process, and work shows.
start = time.process_time(), time.thread_time()
total = sum(number * number for number in range(20000))
end = time.process_time_ns() / 1e9, time.thread_time_ns() / 1e9
print(total, end[0] >= start[0], end[1] >= start[1], end[1] <= end[0] + 1.0)

for clock in ("number", None, 1.5):
    print(attempt(time.clock_gettime, clock), "|", attempt(time.clock_getres, clock))
print(attempt(time.clock_gettime, 999), "|", attempt(time.clock_gettime_ns, 999))
print(attempt(time.clock_getres, 999))
print(attempt(time.clock_settime, "x", 1), "|", attempt(time.clock_settime_ns, 0, "x"))
print(attempt(time.pthread_getcpuclockid, "x"))
print(attempt(time.process_time, 1), "|", attempt(time.thread_time_ns, 1), "|", attempt(time.time_ns, 1))
