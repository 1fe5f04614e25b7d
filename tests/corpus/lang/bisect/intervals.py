"""Sorted lists kept with bisect: grades, intervals that merge, versions over time, keys."""
from bisect import bisect, bisect_left, bisect_right, insort, insort_left, insort_right


def grade(score, breakpoints=(60, 70, 80, 90), grades="FDCBA"):
    return grades[bisect(breakpoints, score)]


print([grade(score) for score in (33, 59.9, 60, 77, 89, 90, 100)])


class Intervals:
    """Half-open intervals, merged as they are added."""

    def __init__(self):
        self.edges = []

    def add(self, start, end):
        if start >= end:
            raise ValueError(f"{start} >= {end}")
        left, right = bisect_left(self.edges, start), bisect_right(self.edges, end)
        self.edges[left:right] = ([start] if left % 2 == 0 else []) + ([end] if right % 2 == 0 else [])

    def remove(self, start, end):
        left, right = bisect_left(self.edges, start), bisect_right(self.edges, end)
        self.edges[left:right] = ([start] if left % 2 else []) + ([end] if right % 2 else [])

    def __contains__(self, point):
        return bisect(self.edges, point) % 2 == 1

    def __iter__(self):
        return zip(self.edges[::2], self.edges[1::2])


made = Intervals()
for start, end in ((10, 20), (30, 40), (15, 35), (50, 60), (60, 70), (5, 6), (-1, 0.5)):
    made.add(start, end)
    print((start, end), list(made))
made.remove(12, 55)
print(list(made), [point in made for point in (-1, 0.5, 5, 11.9, 12, 54, 55, 69.9, 70)])


class History:
    """The value of a name at a time."""

    def __init__(self):
        self.changes = []

    def set(self, time, value):
        insort(self.changes, (time, value), key=lambda change: change[0])

    def at(self, time):
        found = bisect_right(self.changes, time, key=lambda change: change[0])
        if not found:
            raise LookupError(f"nothing at {time}")
        return self.changes[found - 1][1]


history = History()
for time, value in ((5, "five"), (1, "one"), (9, "nine"), (5, "five again")):
    history.set(time, value)
print(history.changes, [history.at(time) for time in (1, 4.9, 5, 8, 100)])
items = [3, 3, 3]
insort_left(items, 3.0), insort_right(items, True), insort_left(items, 9, 1, 2)
print(items, bisect_left(items, 3, lo=2), bisect_right(items, 3, hi=2), bisect([], 5), bisect_left("aceg", "d"), bisect_right(range(0, 100, 7), 50))
words = ["pear", "Fig", "apple"]
words.sort(key=str.lower)
insort_right(words, "Banana", key=str.lower)
print(words, bisect_left(words, "banana", key=str.lower))
for wrong in (lambda: history.at(0), lambda: made.add(2, 2), lambda: bisect([1], "a"), lambda: bisect([1], 1, -1), lambda: bisect_left(5, 1), lambda: insort((1,), 2),
              lambda: bisect_right([1], 1, 0, 5), lambda: insort_left([1, 2], None), lambda: bisect([1], 1, key=5), lambda: insort_right([1])):
    try:
        print(wrong())
    except (LookupError, ValueError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
