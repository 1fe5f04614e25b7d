"""The containers asyncio is built on: small ones, so that it starts quickly."""


class deque:
    """As much of collections.deque as a queue of waiters needs."""

    def __init__(self, items=()):
        self._items = list(items)
        self._start = 0

    def append(self, item):
        self._items.append(item)

    def popleft(self):
        start = self._start
        items = self._items
        if start >= len(items):
            raise IndexError('pop from an empty deque')
        item = items[start]
        items[start] = None
        self._start = start = start + 1
        if start > 32 and start * 2 > len(items):
            del items[:start]
            self._start = 0
        return item

    def remove(self, item):
        items = self._items
        for index in range(self._start, len(items)):
            if items[index] is item:
                if index == self._start:
                    self.popleft()
                else:
                    del items[index]
                return
        raise ValueError('deque.remove(x): x not in deque')

    def clear(self):
        self._items = []
        self._start = 0

    def __len__(self):
        return len(self._items) - self._start

    def __getitem__(self, place):
        return self._items[self._start:][place]

    def __iter__(self):
        items = self._items
        place = self._start
        while place < len(items):
            yield items[place]
            place += 1

    def __repr__(self):
        return f'deque({self._items[self._start:]!r})'


# The comparisons are made in the order in which heapq makes them, so that equal
# items leave in the same order.


def _rise(heap, first, place):
    item = heap[place]
    while place > first:
        above = (place - 1) >> 1
        if not item < heap[above]:
            break
        heap[place] = heap[above]
        place = above
    heap[place] = item


def _sink(heap, place):
    # The hole goes down to a leaf along the smaller children, then the item rises.
    first = place
    end = len(heap)
    item = heap[place]
    below = 2 * place + 1
    while below < end:
        if below + 1 < end and not heap[below] < heap[below + 1]:
            below += 1
        heap[place] = heap[below]
        place = below
        below = 2 * place + 1
    heap[place] = item
    _rise(heap, first, place)


def heappush(heap, item):
    """Add an item to a heap."""
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def heappop(heap):
    """Take the smallest item out of a heap."""
    last = heap.pop()
    if not heap:
        return last
    smallest = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return smallest


def heapify(heap):
    """Turn a list into a heap."""
    for place in range((len(heap) >> 1) - 1, -1, -1):
        _sink(heap, place)


try:
    GenericAlias = type(list[int])
except TypeError:
    def GenericAlias(origin, arguments):
        """The class itself, where there are no parametrized classes."""
        return origin
