# Clocks by number, and what is known of them.
import time

numbers = ['CLOCK_REALTIME', 'CLOCK_MONOTONIC', 'CLOCK_PROCESS_CPUTIME_ID', 'CLOCK_THREAD_CPUTIME_ID',
           'CLOCK_MONOTONIC_RAW', 'CLOCK_BOOTTIME', 'CLOCK_TAI']
for name in numbers:
    number = getattr(time, name)
    seconds, nanoseconds = time.clock_gettime(number), time.clock_gettime_ns(number)
    print(name, number, type(seconds).__name__, type(nanoseconds).__name__,
          abs(seconds - nanoseconds / 1e9) < 60, time.clock_getres(number) <= 0.01)

print(abs(time.clock_gettime(time.CLOCK_REALTIME) - time.time()) < 60)
print(abs(time.clock_gettime_ns(time.CLOCK_REALTIME) - time.time_ns()) < 60 * 10**9)
first = time.clock_gettime_ns(time.CLOCK_MONOTONIC)
print(time.clock_gettime_ns(time.CLOCK_MONOTONIC) >= first)

for name in ('time', 'monotonic', 'perf_counter', 'process_time', 'thread_time'):
    info = time.get_clock_info(name)
    print(name, info)
    print(info.implementation, info.monotonic, info.adjustable, info.resolution, type(info).__name__)


def attempt(function, *args, **kwargs):
    try:
        print(function.__name__, args, function(*args, **kwargs))
    except Exception as error:
        print(function.__name__, args, type(error).__name__, error)


attempt(time.get_clock_info, 'x')
attempt(time.get_clock_info, 3)
for function in (time.clock_gettime, time.clock_gettime_ns, time.clock_getres):
    attempt(function, 99)
    attempt(function, 'x')
    attempt(function, 1.5)
    attempt(function, 2**40)
    attempt(function, -2**40)
attempt(time.clock_settime, 99, 1)
attempt(time.clock_settime, time.CLOCK_MONOTONIC, 1)
attempt(time.clock_settime, 1, 'x')
attempt(time.clock_settime_ns, 1, 1)
attempt(time.clock_settime_ns, 1, 1.5)
attempt(time.clock_settime_ns, 1, 'x')
attempt(time.pthread_getcpuclockid, 'x')
for pause in (-1, 'x', None, float('nan'), 1e30, 10**30, -0.5, 0, 0.0, True - 1):
    attempt(time.sleep, pause)
attempt(time.sleep, 0, 0)
attempt(time.time, 1)
attempt(time.time_ns, 1)
attempt(time.monotonic, 1)
attempt(time.monotonic_ns, 1)
attempt(time.perf_counter, 1)
attempt(time.perf_counter_ns, 1)

# The rarer clocks run on as well.
for rare in (time.CLOCK_BOOTTIME, time.CLOCK_MONOTONIC_RAW, time.CLOCK_TAI,
             time.CLOCK_PROCESS_CPUTIME_ID, time.CLOCK_THREAD_CPUTIME_ID):
    once = time.clock_gettime_ns(rare)
    print(once > 0, time.clock_gettime_ns(rare) >= once)
