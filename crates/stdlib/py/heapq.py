"""Heaps in lists: heap[k] <= heap[2*k+1] and heap[k] <= heap[2*k+2] for all k."""

__all__ = [
    'heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop',
]


def _check(heap):
    if not isinstance(heap, list):
        raise TypeError(f'heap argument must be a list, not {type(heap).__name__}')


def heappush(heap, item, /):
    """Push an item onto the heap."""
    _check(heap)
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def heappop(heap, /):
    """Pop the smallest item off the heap."""
    _check(heap)
    if not heap:
        raise IndexError('index out of range')
    last = heap.pop()
    if not heap:
        return last
    smallest, heap[0] = heap[0], last
    _sink(heap, 0)
    return smallest


def heapreplace(heap, item, /):
    """Pop the smallest item, and push the new one: in one step."""
    _check(heap)
    if not heap:
        raise IndexError('index out of range')
    smallest = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return smallest


def heappushpop(heap, item, /):
    """Push the item, and pop the smallest one: in one step."""
    _check(heap)
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sink(heap, 0)
    return item


def heapify(heap, /):
    """Make a heap of a list, in place and in linear time."""
    _check(heap)
    for place in reversed(range(len(heap) // 2)):
        _sink(heap, place)


def _rise(heap, top, place):
    """Move the item at a place up, until its parent is not larger."""
    item = heap[place]
    while place > top:
        above = (place - 1) >> 1
        parent = heap[above]
        if not item < parent:
            break
        heap[place] = parent
        place = above
    heap[place] = item


def _sink(heap, place):
    """Let smaller children rise into the place down to a leaf, and the item up from there.

    An item that comes from the end mostly belongs near the end, so this needs fewer
    comparisons than looking for its place from above.
    """
    end = len(heap)
    top = place
    item = heap[place]
    child = 2 * place + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[place] = heap[child]
        place = child
        child = 2 * place + 1
    heap[place] = item
    _rise(heap, top, place)


def _heapify_max(heap, /):
    """Make a heap of a list whose largest item comes first."""
    _check(heap)
    for place in reversed(range(len(heap) // 2)):
        _sink_max(heap, place)


def _heappop_max(heap, /):
    """Pop the largest item off such a heap."""
    _check(heap)
    if not heap:
        raise IndexError('index out of range')
    last = heap.pop()
    return _heapreplace_max(heap, last) if heap else last


def _heapreplace_max(heap, item, /):
    """Pop the largest item, and push the new one: in one step."""
    _check(heap)
    if not heap:
        raise IndexError('index out of range')
    largest, heap[0] = heap[0], item
    _sink_max(heap, 0)
    return largest


def _sink_max(heap, place):
    """As _sink(), but larger children rise."""
    end = len(heap)
    top = place
    item = heap[place]
    child = 2 * place + 1
    while child < end:
        right = child + 1
        if right < end and not heap[right] < heap[child]:
            child = right
        heap[place] = heap[child]
        place = child
        child = 2 * place + 1
    while place > top:
        above = (place - 1) >> 1
        parent = heap[above]
        if not parent < item:
            break
        heap[place] = parent
        place = above
    heap[place] = item


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
