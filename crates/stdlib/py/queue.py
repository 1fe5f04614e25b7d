"""Queues between threads."""

from heapq import heappop, heappush
from threading import Condition as _Condition, Lock as _Lock
from time import monotonic as _time
from types import GenericAlias as _GenericAlias

from collections import deque as _deque

__all__ = ['Empty', 'Full', 'Queue', 'PriorityQueue', 'LifoQueue', 'SimpleQueue']


class Empty(Exception):
    """A get() that must not wait found nothing."""


Empty.__module__ = '_queue'


class Full(Exception):
    """A put() that must not wait found no room."""


class Queue:
    """First in, first out; a maxsize of zero or less is no limit."""

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.mutex = _Lock()
        self.not_empty = _Condition(self.mutex)
        self.not_full = _Condition(self.mutex)
        self.all_tasks_done = _Condition(self.mutex)
        self.unfinished_tasks = 0

    def task_done(self):
        """Say that what a get() brought is done."""
        with self.all_tasks_done:
            unfinished = self.unfinished_tasks - 1
            if unfinished < 0:
                raise ValueError('task_done() called too many times')
            if unfinished == 0:
                self.all_tasks_done.notify_all()
            self.unfinished_tasks = unfinished

    def join(self):
        """Wait until all that was put is done."""
        with self.all_tasks_done:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()

    def qsize(self):
        """How many items there are now."""
        with self.mutex:
            return self._qsize()

    def empty(self):
        """Whether there are none now."""
        with self.mutex:
            return not self._qsize()

    def full(self):
        """Whether there is no room now."""
        with self.mutex:
            return 0 < self.maxsize <= self._qsize()

    def put(self, item, block=True, timeout=None):
        """Put an item in, waiting for room as long as allowed."""
        with self.not_full:
            if self.maxsize > 0:
                _wait(self.not_full, lambda: self._qsize() < self.maxsize, block, timeout, Full)
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def get(self, block=True, timeout=None):
        """Take an item out, waiting for one as long as allowed."""
        with self.not_empty:
            _wait(self.not_empty, self._qsize, block, timeout, Empty)
            item = self._get()
            self.not_full.notify()
            return item

    def put_nowait(self, item):
        """Put an item in, or raise Full."""
        return self.put(item, block=False)

    def get_nowait(self):
        """Take an item out, or raise Empty."""
        return self.get(block=False)

    # What a subclass changes; the lock is held.

    def _init(self, maxsize):
        self.queue = _deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    __class_getitem__ = classmethod(_GenericAlias)


def _wait(condition, ready, block, timeout, error):
    if not block:
        if not ready():
            raise error
    elif timeout is None:
        while not ready():
            condition.wait()
    elif timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")
    else:
        end = _time() + timeout
        while not ready():
            rest = end - _time()
            if rest <= 0:
                raise error
            condition.wait(rest)


class PriorityQueue(Queue):
    """The smallest item first."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        heappush(self.queue, item)

    def _get(self):
        return heappop(self.queue)


class LifoQueue(Queue):
    """Last in, first out."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.pop()


class SimpleQueue:
    """First in, first out, without limit and without task_done()."""

    def __init__(self):
        self._items = _deque()
        self._changed = _Condition(_Lock())

    def put(self, /, item, block=True, timeout=None):
        """Put an item in; it never waits."""
        with self._changed:
            self._items.append(item)
            self._changed.notify()

    def get(self, /, block=True, timeout=None):
        """Take an item out, waiting for one as long as allowed."""
        if timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        with self._changed:
            _wait(self._changed, lambda: self._items, block, timeout, Empty)
            return self._items.popleft()

    def put_nowait(self, /, item):
        """Put an item in."""
        self.put(item, block=False)

    def get_nowait(self, /):
        """Take an item out, or raise Empty."""
        return self.get(block=False)

    def empty(self, /):
        """Whether there is nothing now."""
        return not self._items

    def qsize(self, /):
        """How many items there are now."""
        return len(self._items)

    __class_getitem__ = classmethod(_GenericAlias)


SimpleQueue.__module__ = '_queue'
