"""A scheduler and shortest paths on heaps: stable priorities, lazy deletion, merged streams."""
import heapq
from itertools import count


class Queue:
    """Entries can be moved and removed; equal priorities come out in order."""
    REMOVED = object()

    def __init__(self):
        self.heap, self.entries, self.counter = [], {}, count()

    def put(self, task, priority=0):
        if task in self.entries:
            self.remove(task)
        entry = self.entries[task] = [priority, next(self.counter), task]
        heapq.heappush(self.heap, entry)

    def remove(self, task):
        self.entries.pop(task)[-1] = self.REMOVED

    def pop(self):
        while self.heap:
            priority, _, task = heapq.heappop(self.heap)
            if task is not self.REMOVED:
                del self.entries[task]
                return task, priority
        raise KeyError("empty")


queue = Queue()
for task, priority in [("write", 5), ("release", 7), ("spec", 1), ("test", 5), ("review", 5), ("plan", 1)]:
    queue.put(task, priority)
queue.put("review", 0)
queue.remove("release")
print([queue.pop() for _ in range(5)])
for wrong in (queue.pop, lambda: queue.remove("nothing"), lambda: heapq.heappop([]), lambda: heapq.heapreplace([], 1), lambda: heapq.heappush((), 1),
              lambda: heapq.heapify(5), lambda: heapq.heappush([(1, {})], (1, {})), lambda: heapq.nlargest("2", [1]), lambda: list(heapq.merge([1], ["a"]))):
    try:
        print(wrong())
    except (KeyError, IndexError, TypeError) as error:
        print(type(error).__name__, error)

ROADS = {"a": {"b": 7, "c": 9, "f": 14}, "b": {"a": 7, "c": 10, "d": 15}, "c": {"a": 9, "b": 10, "d": 11, "f": 2},
         "d": {"b": 15, "c": 11, "e": 6}, "e": {"d": 6, "f": 9}, "f": {"a": 14, "c": 2, "e": 9}, "z": {}}


def shortest(start):
    done, heap = {}, [(0, start, None)]
    while heap:
        length, node, before = heapq.heappop(heap)
        if node in done:
            continue
        done[node] = length, before
        for other, step in ROADS[node].items():
            if other not in done:
                heapq.heappush(heap, (length + step, other, node))
    return done


paths = shortest("a")
for node in sorted(ROADS):
    trail, at = [], node
    while at in paths and at:
        trail.append(at)
        at = paths[at][1]
    print(node, paths.get(node, ("never",))[0], "-".join(reversed(trail)))
streams = [[1, 4, 9], [2, 3, 5], [], [0, 10]]
print(list(heapq.merge(*streams)), list(heapq.merge(*[s[::-1] for s in streams], reverse=True)), list(heapq.merge("aB", "Ac", key=str.lower)))
words = "the quick brown fox jumps over the lazy dog".split()
print(heapq.nlargest(3, words, key=len), heapq.nsmallest(3, words, key=len), heapq.nlargest(99, words) == sorted(words, reverse=True), heapq.nsmallest(0, words))


def huffman(text):
    heap = [[text.count(char), order, {char: ""}] for order, char in enumerate(dict.fromkeys(text))]
    heapq.heapify(heap)
    order = len(heap)
    while len(heap) > 1:
        (n, _, left), (m, _, right) = heapq.heappop(heap), heapq.heappop(heap)
        codes = {c: "0" + code for c, code in left.items()} | {c: "1" + code for c, code in right.items()}
        heapq.heappush(heap, [n + m, order := order + 1, codes])
    return heap[0][2]


codes = huffman("abracadabra alakazam")
bits = "".join(codes[char] for char in "abracadabra alakazam")
print(sorted(codes.items(), key=lambda pair: (len(pair[1]), pair)), len(bits))
heap = [5, 3, 8, 1]
heapq.heapify(heap)
print(heap, heapq.heappushpop(heap, 0), heapq.heapreplace(heap, 9), heap, [heapq.heappop(heap) for _ in range(4)])
