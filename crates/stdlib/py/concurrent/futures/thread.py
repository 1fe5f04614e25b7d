"""An executor whose functions run in threads."""

import itertools
import os
import queue
import threading
import types
import weakref

from concurrent.futures import _base

_shutdown = False
_live = weakref.WeakSet()


def _at_exit():
    global _shutdown
    _shutdown = True
    for executor in list(_live):
        executor._wake_all()


threading._register_atexit(_at_exit)


class BrokenThreadPool(_base.BrokenExecutor):
    """The initializer of a thread raised."""


def _worker(reference, work, initializer, initargs):
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            import sys
            sys.stderr.write('Exception in initializer:\n')
            sys.excepthook(*sys.exc_info())
            executor = reference()
            if executor is not None:
                executor._initializer_failed()
            return
    while True:
        item = work.get()
        if item is None:
            executor = reference()
            if _shutdown or executor is None or executor._shutdown:
                if executor is not None:
                    executor._shutdown = True
                work.put(None)
                return
            continue
        future, function, args, kwargs = item
        if future.set_running_or_notify_cancel():
            try:
                result = function(*args, **kwargs)
            except BaseException as error:
                future.set_exception(error)
            else:
                future.set_result(result)
        del item, future, function, args, kwargs
        executor = reference()
        if executor is not None:
            executor._idle += 1
        del executor


class ThreadPoolExecutor(_base.Executor):
    """Runs functions in at most `max_workers` threads."""

    _counter = itertools.count().__next__

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        """Make a pool of so many threads at most; each calls initializer(*initargs) first."""
        if max_workers is None:
            max_workers = min(32, (os.cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._max_workers = max_workers
        self._work_queue = queue.SimpleQueue()
        self._idle = 0
        self._threads = set()
        self._broken = False
        self._shutdown = False
        self._thread_name_prefix = (thread_name_prefix
                                    or f'ThreadPoolExecutor-{self._counter()}')
        self._initializer = initializer
        self._initargs = initargs
        _live.add(self)

    def submit(self, fn, /, *args, **kwargs):
        """Have a function called, and return the future of its result."""
        if self._broken:
            raise BrokenThreadPool(self._broken)
        if self._shutdown:
            raise RuntimeError('cannot schedule new futures after shutdown')
        if _shutdown:
            raise RuntimeError('cannot schedule new futures after interpreter shutdown')
        future = _base.Future()
        self._work_queue.put((future, fn, args, kwargs))
        self._adjust_thread_count()
        return future

    def _adjust_thread_count(self):
        if self._idle > 0:
            self._idle -= 1
            return
        count = len(self._threads)
        if count < self._max_workers:
            work = self._work_queue
            reference = weakref.ref(self, lambda _: work.put(None))
            thread = threading.Thread(name=f'{self._thread_name_prefix}_{count}', target=_worker,
                                      args=(reference, work, self._initializer, self._initargs))
            thread.start()
            self._threads.add(thread)

    def _wake_all(self):
        self._work_queue.put(None)

    def _initializer_failed(self):
        self._broken = 'A thread initializer failed, the thread pool is not usable anymore'
        while not self._work_queue.empty():
            item = self._work_queue.get_nowait()
            if item is not None:
                item[0].set_exception(BrokenThreadPool(self._broken))

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Take no more functions; wait for those that run."""
        self._shutdown = True
        if cancel_futures:
            while not self._work_queue.empty():
                item = self._work_queue.get_nowait()
                if item is not None:
                    item[0].cancel()
        self._wake_all()
        if wait:
            for thread in self._threads:
                thread.join()

    __class_getitem__ = classmethod(types.GenericAlias)
