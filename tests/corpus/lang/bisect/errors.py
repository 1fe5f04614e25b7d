# What bisect refuses, and how.
import bisect


def attempt(f, *args, **kwargs):
    try:
        print('ok', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


attempt(bisect.bisect, [1, 2], 1, -1)
attempt(bisect.bisect_left, [1, 2], 1, -1)
attempt(bisect.insort_left, [1, 2], 1, -1)
attempt(bisect.insort_right, [1, 2], 1, -1)
attempt(bisect.bisect_left, [1, 2], 'a')
attempt(bisect.bisect_right, [1, 2], None)
attempt(bisect.insort, [1, 2], 'a')
attempt(bisect.insort, (1, 2), 1)
attempt(bisect.bisect_left, [1, 2], 3, 0, 5)
attempt(bisect.bisect, [1, 2], 1, key=5)
attempt(bisect.bisect_left, [1, 2], 'a', key=str)
