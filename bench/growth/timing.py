"""Times one operation at one size; the programs beside this file call it.

Each takes a size, does its work until enough time has been spent (or as often as a second
argument says), and prints how many operations one piece of work has and the least seconds that
it took.
"""

import sys
import time


def size():
    return int(sys.argv[1]) if len(sys.argv) > 1 else 1000


def report(operations, work, prepare=tuple):
    """Runs work(prepare()) again and again; what prepare() takes is not counted."""
    times = int(sys.argv[2]) if len(sys.argv) > 2 else None
    least = None
    spent = 0.0
    turns = 0
    while turns < times if times else spent < 0.05:
        value = prepare()
        start = time.perf_counter()
        work(value)
        taken = time.perf_counter() - start
        spent += max(taken, 1e-5)
        least = taken if least is None else min(least, taken)
        turns += 1
    print(operations, f"{least:.9f}")
