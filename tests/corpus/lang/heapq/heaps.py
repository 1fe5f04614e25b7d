# Heaps: order, stability of results, errors, lists that change.
from heapq import *
from heapq import _heapify_max, _heappop_max, _heapreplace_max


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print("ok", result if "object at" not in repr(result) else type(result).__name__)
    except Exception as e:
        print(type(e).__name__, e)


data = [(i * 7919) % 101 for i in range(60)]
heap = []
for x in data:
    heappush(heap, x)
print(heap[0], all(heap[i] <= heap[j] for i in range(60) for j in (2 * i + 1, 2 * i + 2) if j < 60))
print([heappop(heap) for _ in range(60)] == sorted(data), heap)
heap = data[:]
heapify(heap)
print(heap[:5], heapreplace(heap, 50), heappushpop(heap, -1), heappushpop(heap, 200), len(heap), heap[0])
print(heappushpop([], 5), heapreplace([1], 2), heappop([9]))
heap = data[:]
_heapify_max(heap)
print(heap[:3], _heappop_max(heap), _heapreplace_max(heap, 0), heap[0], len(heap))
heap = [(2, 'b'), (1, 'z'), (2, 'a'), (1, 'c')]
heapify(heap)
print([heappop(heap) for _ in range(4)])
print(nlargest(3, data), nsmallest(3, data), nlargest(2, 'hello', key=lambda c: -ord(c)), list(merge([1, 4], [2, 3], [0])), list(merge('ca', 'b', reverse=True)))
for f in (heappush, heappushpop, heapreplace, _heapreplace_max):
    attempt(f, (1, 2), 3)
    attempt(f, [])
    attempt(f, [], 1, 2)
for f in (heappop, heapify, _heappop_max, _heapify_max):
    attempt(f, 'abc')
    attempt(f)
    attempt(f, [], 1)
for f, args in ((heappop, ()), (heapreplace, (1,)), (_heappop_max, ()), (_heapreplace_max, (1,))):
    attempt(f, [], *args)
attempt(heappush, [1], 'a')
attempt(heapify, [1, 'a', None])
attempt(heappush, heap=[], item=1)


class Item:
    def __init__(self, n, action=None):
        self.n, self.action = n, action

    def __lt__(self, other):
        if self.action:
            self.action()
        return self.n < other.n


heap = [Item(n) for n in (5, 3, 8, 1)]
heapify(heap)
heappush(heap, Item(0))
print([heappop(heap).n for _ in range(5)])
for action in (lambda: heap.clear(), lambda: heap.pop(), lambda: 1 / 0, lambda: heap.append(Item(9))):
    heap = [Item(n, action) for n in range(6)]
    attempt(heappush, heap, Item(-1, action))
    heap = [Item(n, action) for n in range(6)]
    attempt(heapify, heap)
    heap = [Item(n, action) for n in range(6)]
    attempt(heappop, heap)


class Heap(list):
    pass


heap = Heap([3, 1, 2])
heapify(heap)
heappush(heap, 0)
print(heap, heappop(heap), type(heap).__name__)
nan = float('nan')
heap = [nan, 1.0, nan]
heapify(heap)
print(len(heap), heappush.__name__, heappush.__module__)
