"""Heaps in lists: heap[k] <= heap[2*k+1] and heap[k] <= heap[2*k+2] for all k."""

from _heapq import (
    _heapify_max, _heappop_max, _heapreplace_max, heapify, heappop, heappush, heappushpop,
    heapreplace,
)

__all__ = [
    'heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop',
]


class _Falling:
    """An item in a heap whose largest item comes first."""

    __slots__ = ('key', 'order', 'rest')

    def __init__(self, key, order, rest):
        self.key, self.order, self.rest = key, order, rest

    def __lt__(self, other):
        if other.key < self.key:
            return True
        if self.key < other.key:
            return False
        return self.order < other.order


class _Rising(_Falling):
    """An item in a heap whose smallest item comes first."""

    __slots__ = ()

    def __lt__(self, other):
        if self.key < other.key:
            return True
        if other.key < self.key:
            return False
        return self.order < other.order


def merge(*iterables, key=None, reverse=False):
    """Merge sorted inputs into one sorted iterator, without reading them ahead."""
    kind = _Falling if reverse else _Rising
    heap = []
    for order, iterator in enumerate(map(iter, iterables)):
        for value in iterator:
            rank = value if key is None else key(value)
            heap.append(kind(rank, order, (value, iterator)))
            break
    heapify(heap)
    while len(heap) > 1:
        entry = heap[0]
        value, iterator = entry.rest
        yield value
        for value in iterator:
            rank = value if key is None else key(value)
            heapreplace(heap, kind(rank, entry.order, (value, iterator)))
            break
        else:
            heappop(heap)
    if heap:
        value, iterator = heap[0].rest
        yield value
        yield from iterator


def _best(n, iterable, key, worst_first, sign):
    """The n entries that are best, kept in a heap that has the worst of them on top."""
    heap = []
    for order, value in enumerate(iterable):
        rank = value if key is None else key(value)
        if len(heap) < n:
            heap.append(worst_first(rank, -order, value))
            if len(heap) == n:
                heapify(heap)
        elif (heap[0].key < rank) if sign > 0 else (rank < heap[0].key):
            heapreplace(heap, worst_first(rank, -order, value))
    heap.sort(reverse=True)
    return [entry.rest for entry in heap]


def nlargest(n, iterable, key=None):
    """The n largest items, the largest first."""
    if n == 1:
        return _only(max, iterable, key)
    size = _size(iterable)
    if size is not None and n >= size:
        return sorted(iterable, key=key, reverse=True)[:n]
    if n <= 0:
        iter(iterable)
        return []
    return _best(n, iterable, key, _Rising, 1)


def nsmallest(n, iterable, key=None):
    """The n smallest items, the smallest first."""
    if n == 1:
        return _only(min, iterable, key)
    size = _size(iterable)
    if size is not None and n >= size:
        return sorted(iterable, key=key)[:n]
    if n <= 0:
        iter(iterable)
        return []
    return _best(n, iterable, key, _Falling, -1)


def _only(choose, iterable, key):
    """A list of the one best item, or an empty list."""
    missing = object()
    found = choose(iterable, default=missing, key=key)
    return [] if found is missing else [found]


def _size(iterable):
    try:
        return len(iterable)
    except (TypeError, AttributeError):
        return None
