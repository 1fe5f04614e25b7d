# Places in sorted lists.
import bisect
from bisect import bisect_left, bisect_right, insort_left, insort_right

data = [1, 2, 2, 2, 5, 8]
for x in (0, 1, 2, 3, 5, 8, 9):
    print(x, bisect_left(data, x), bisect_right(data, x), bisect.bisect(data, x))
print(bisect_left(data, 2, 2), bisect_right(data, 2, 0, 2), bisect_left(data, 2, lo=3, hi=4))
print(bisect_right([], 1), bisect_left(data, 2, 4), bisect_left(range(100), 42), bisect.bisect('acegi', 'f'))


class Item:
    def __init__(self, size, name):
        self.size, self.name = size, name

    def __repr__(self):
        return f'{self.name}{self.size}'


items = [Item(n, 'i') for n in (1, 3, 5)]
print(bisect_left(items, 3, key=lambda item: item.size), bisect_right(items, 3, key=lambda item: item.size))
insort_left(items, Item(3, 'left'), key=lambda item: item.size)
insort_right(items, Item(3, 'right'), key=lambda item: item.size)
bisect.insort(items, Item(0, 'first'), key=lambda item: item.size)
print(items)
numbers = []
for n in [5, 3, 9, 1, 3, 7]:
    bisect.insort(numbers, n)
print(numbers)
insort_right(numbers, 3, 0, 2)
print(numbers)


def grade(score, breakpoints=[60, 70, 80, 90], grades='FDCBA'):
    return grades[bisect.bisect(breakpoints, score)]


print([grade(score) for score in [33, 99, 77, 70, 89, 90, 100]])
