# Heaps: the order of every list is the one of the algorithm.
import heapq
from heapq import heapify, heappop, heappush, heappushpop, heapreplace, merge, nlargest, nsmallest

heap = []
for n in [5, 3, 8, 1, 9, 2, 7, 7, 0, 4]:
    heappush(heap, n)
    print(heap)
print([heappop(heap) for _ in range(len(heap))], heap)

data = [(n * 37) % 23 for n in range(20)]
heapify(data)
print(data)
print(heapreplace(data, 30), data)
print(heappushpop(data, -1), heappushpop(data, 12), data)
print(heappushpop([], 3))
print(sorted(data) == [heappop(data) for _ in range(len(data))])

print(list(merge([1, 4, 7], [2, 5, 8], [0, 3, 6, 9], [])))
print(list(merge(['bb', 'a'], ['ccc', 'bb', 'z'], key=len, reverse=True)))
print(list(merge([9, 4], [8, 8, 1], reverse=True)))
print(list(merge()), list(merge([1, 2])), next(merge(iter(range(10)), [0])))
print(list(merge([(1, 'a')], [(1, 'b')], [(0, 'c'), (1, 'd')], key=lambda pair: pair[0])))

words = 'the quick brown fox jumps over the lazy dog'.split()
print(nlargest(3, words), nsmallest(3, words), nlargest(2, words, key=len), nsmallest(2, words, key=len))
print(nlargest(1, words, key=len), nsmallest(1, words, len), nlargest(0, words), nsmallest(-1, words))
print(nlargest(100, words) == sorted(words, reverse=True), nsmallest(100, words) == sorted(words))
print(nlargest(3, iter(words), key=len), nsmallest(4, iter(words), key=len), nlargest(1, []))
print(nsmallest(5, ((n * 7919) % 1009 for n in range(1000))), nlargest(5, ((n * 7919) % 1009 for n in range(1000))))


class Task:
    def __init__(self, rank, name):
        self.rank, self.name = rank, name

    def __lt__(self, other):
        return self.rank < other.rank


tasks = []
for rank, name in [(3, 'write'), (1, 'think'), (2, 'plan'), (1, 'rest')]:
    heappush(tasks, Task(rank, name))
print([heappop(tasks).name for _ in range(4)])
print(heapq.__all__)
