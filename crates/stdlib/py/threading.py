"""Threads that run plain functions as tasks on the one host thread.

They take turns where they wait: in sleep(), in join(), in acquire(), in a request. One that never
waits is never interrupted.
"""

import sys as _sys
from itertools import count as _count
from time import monotonic as _time

import _thread
from _thread import TIMEOUT_MAX, _await, _deadline, _release_all, _release_first
from _thread import RLock, allocate_lock as Lock, get_ident, get_native_id, stack_size
from _thread import _local as local
from weakref import WeakSet as _WeakSet

__all__ = ['get_ident', 'active_count', 'Condition', 'current_thread',
           'enumerate', 'main_thread', 'TIMEOUT_MAX',
           'Event', 'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Thread',
           'Barrier', 'BrokenBarrierError', 'Timer', 'ThreadError',
           'setprofile', 'settrace', 'local', 'stack_size',
           'excepthook', 'ExceptHookArgs', 'getprofile', 'gettrace', 'get_native_id']

ThreadError = _thread.error
_RLock = RLock
_profile_hook = _trace_hook = None


def setprofile(func):
    """Remember a function; there are no profile events here."""
    global _profile_hook
    _profile_hook = func


def getprofile():
    """The function given to setprofile()."""
    return _profile_hook


def settrace(func):
    """Remember a function; there are no trace events here."""
    global _trace_hook
    _trace_hook = func


def gettrace():
    """The function given to settrace()."""
    return _trace_hook


def _until(timeout):
    """The moment of a timeout: None for never, 0 for at once."""
    if timeout is None:
        return None
    return _time() + timeout if timeout > 0 else 0


class Condition:
    """A lock, and threads that wait until something about what it guards has changed."""

    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        for name in ('_release_save', '_acquire_restore', '_is_owned'):
            method = getattr(lock, name, None)
            if method is not None:
                setattr(self, name, method)
        self._waiters = []

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return f'<Condition({self._lock}, {len(self._waiters)})>'

    def _release_save(self):
        self._lock.release()

    def _acquire_restore(self, state):
        self._lock.acquire()

    def _is_owned(self):
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        """Release the lock, wait to be notified or until the time is over, take it again."""
        if not self._is_owned():
            raise RuntimeError('cannot wait on un-acquired lock')
        deadline = _until(timeout)
        state = self._release_save()
        try:
            return deadline != 0 and _await(self._waiters, deadline)
        finally:
            self._acquire_restore(state)

    def wait_for(self, predicate, timeout=None):
        """Wait until a function returns something true, and return that."""
        deadline = _until(timeout)
        result = predicate()
        while not result:
            if deadline is None:
                self.wait()
            else:
                rest = deadline - _time()
                if rest <= 0:
                    break
                self.wait(rest)
            result = predicate()
        return result

    def notify(self, n=1):
        """Wake some of those that wait."""
        if not self._is_owned():
            raise RuntimeError('cannot notify on un-acquired lock')
        while n > 0 and _release_first(self._waiters):
            n -= 1

    def notify_all(self):
        """Wake all that wait."""
        self.notify(len(self._waiters))

    def notifyAll(self):
        """The old name of notify_all()."""
        import warnings
        warnings.warn('notifyAll() is deprecated, use notify_all() instead',
                      DeprecationWarning, stacklevel=2)
        self.notify_all()


class Semaphore:
    """A counter that threads take from, waiting while it is zero."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._waiters = []
        self._value = value

    def __repr__(self):
        cls = type(self)
        return f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}>'

    def acquire(self, blocking=True, timeout=None):
        """Take one; False if there was none in time."""
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if self._value > 0:
            self._value -= 1
            return True
        deadline = _until(timeout)
        if not blocking or deadline == 0:
            return False
        return _await(self._waiters, deadline, self._give)

    __enter__ = acquire

    def _give(self):
        if not _release_first(self._waiters):
            self._value += 1

    def release(self, n=1):
        """Give some back."""
        if n < 1:
            raise ValueError('n must be one or more')
        for _ in range(n):
            self._give()

    def __exit__(self, *exception):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that refuses to be given more than it had at first."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        cls = type(self)
        return (f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: '
                f'value={self._value}/{self._initial_value}>')

    def release(self, n=1):
        """Give some back."""
        if n < 1:
            raise ValueError('n must be one or more')
        if self._value + n > self._initial_value:
            raise ValueError('Semaphore released too many times')
        super().release(n)


class Event:
    """A flag that threads wait for."""

    def __init__(self):
        self._waiters = []
        self._flag = False

    def __repr__(self):
        cls = type(self)
        state = 'set' if self._flag else 'unset'
        return f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: {state}>'

    def is_set(self):
        """Return whether the flag is set."""
        return self._flag

    def isSet(self):
        """The old name of is_set()."""
        import warnings
        warnings.warn('isSet() is deprecated, use is_set() instead',
                      DeprecationWarning, stacklevel=2)
        return self.is_set()

    def set(self):
        """Set the flag and wake all that wait."""
        self._flag = True
        _release_all(self._waiters)

    def clear(self):
        """Take the flag back."""
        self._flag = False

    def wait(self, timeout=None):
        """Wait until the flag is set; False if it is not when the time is over."""
        if self._flag:
            return True
        deadline = _until(timeout)
        return deadline != 0 and _await(self._waiters, deadline)


class BrokenBarrierError(RuntimeError):
    """The barrier was aborted or reset, or a wait took too long."""


BrokenBarrierError.__doc__ = None


class Barrier:
    """A place where a number of threads wait for each other."""

    def __init__(self, parties, action=None, timeout=None):
        """Make a barrier for so many threads; the last one to come calls action."""
        self._cond = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._state = 0  # 0 filling, 1 draining, -1 resetting, -2 broken
        self._count = 0

    def __repr__(self):
        cls = type(self)
        name = f'{cls.__module__}.{cls.__qualname__} at {id(self):#x}'
        if self.broken:
            return f'<{name}: broken>'
        return f'<{name}: waiters={self.n_waiting}/{self.parties}>'

    def wait(self, timeout=None):
        """Wait for the others; every thread gets a number of its own."""
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            self._cond.wait_for(lambda: self._state not in (-1, 1))
            if self._state < 0:
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._open()
                else:
                    self._wait_for_the_others(timeout)
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._state in (-1, 1):
                    self._state = 0
                    self._cond.notify_all()

    def _open(self):
        try:
            if self._action:
                self._action()
        except:
            self._break()
            raise
        self._state = 1
        self._cond.notify_all()

    def _wait_for_the_others(self, timeout):
        if not self._cond.wait_for(lambda: self._state != 0, timeout):
            self._break()
            raise BrokenBarrierError
        if self._state < 0:
            raise BrokenBarrierError

    def _break(self):
        self._state = -2
        self._cond.notify_all()

    def reset(self):
        """Make all that wait fail, and begin anew."""
        with self._cond:
            if self._count > 0:
                self._state = -1
            else:
                self._state = 0
            self._cond.notify_all()

    def abort(self):
        """Break the barrier: all that wait, and will, fail."""
        with self._cond:
            self._break()

    @property
    def parties(self):
        """How many threads it takes."""
        return self._parties

    @property
    def n_waiting(self):
        """How many wait now."""
        return self._count if self._state == 0 else 0

    @property
    def broken(self):
        """Whether the barrier is broken."""
        return self._state == -2


class ExceptHookArgs(tuple):
    """What excepthook() is given: exc_type, exc_value, exc_traceback, thread."""

    _names = ('exc_type', 'exc_value', 'exc_traceback', 'thread')

    def __new__(cls, iterable, /):
        """Create and return a new object.  See help(type) for accurate signature."""
        new = super().__new__(cls, iterable)
        if len(new) != 4:
            raise TypeError('_thread._ExceptHookArgs() takes a 4-sequence '
                            f'({len(new)}-sequence given)')
        return new

    exc_type = property(lambda self: self[0], doc='Exception type')
    exc_value = property(lambda self: self[1], doc='Exception value')
    exc_traceback = property(lambda self: self[2], doc='Exception traceback')
    thread = property(lambda self: self[3], doc='Thread')

    def __repr__(self, /):
        """Return repr(self)."""
        fields = ', '.join(f'{name}={value!r}' for name, value in zip(self._names, self))
        return f'_thread._ExceptHookArgs({fields})'


def excepthook(args, /):
    """Report an exception that ended a thread."""
    if type(args) is not ExceptHookArgs:
        raise TypeError('_thread.excepthook argument type must be ExceptHookArgs')
    if args.exc_type is SystemExit:
        return
    stderr = _sys.stderr
    if stderr is None:
        if args.thread is None or args.thread._stderr is None:
            return
        stderr = args.thread._stderr
    name = args.thread.name if args.thread is not None else get_ident()
    print(f'Exception in thread {name}:', file=stderr)
    import traceback
    traceback.print_exception(args.exc_type, args.exc_value, args.exc_traceback, file=stderr)
    stderr.flush()


__excepthook__ = excepthook

_active = {}
_starting = []
_dangling = _WeakSet()
_counter = _count(1).__next__


def _newname(template):
    return template % _counter()


class Thread:
    """A function that runs beside the others."""

    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        """Make a thread that calls target(*args, **kwargs) when it is started."""
        assert group is None, 'group argument must be None for now'
        if kwargs is None:
            kwargs = {}
        if name:
            name = str(name)
        else:
            name = _newname('Thread-%d')
            function = getattr(target, '__name__', None) if target is not None else None
            if function is not None:
                name += f' ({function})'
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = None
        self._started = Event()
        self._stopped = Event()
        self._initialized = True
        self._stderr = _sys.stderr
        _dangling.add(self)

    def __repr__(self):
        assert self._initialized, 'Thread.__init__() was not called'
        status = 'initial'
        if self._started.is_set():
            status = 'started'
        if self._stopped.is_set():
            status = 'stopped'
        if self._daemonic:
            status += ' daemon'
        if self._ident is not None:
            status += f' {self._ident}'
        return f'<{type(self).__name__}({self._name}, {status})>'

    def start(self):
        """Let the thread begin."""
        if not self._initialized:
            raise RuntimeError('thread.__init__() not called')
        if self._started.is_set() or self in _starting:
            raise RuntimeError('threads can only be started once')
        _starting.append(self)
        try:
            _thread.start_new_thread(self._bootstrap, ())
        except BaseException:
            _starting.remove(self)
            raise
        self._started.wait()

    def run(self):
        """What the thread does: calls the target."""
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        self._ident = get_ident()
        _active[self._ident] = self
        _starting.remove(self)
        self._started.set()
        try:
            self.run()
        except BaseException as error:
            self._report(error)
        finally:
            del _active[self._ident]
            self._stopped.set()

    def _report(self, error):
        hook = excepthook
        try:
            hook(ExceptHookArgs((type(error), error, error.__traceback__, self)))
        except BaseException as second:
            second.__suppress_context__ = True
            _sys.stderr.write('Exception in threading.excepthook:\n')
            _sys.excepthook(type(second), second, second.__traceback__)

    def join(self, timeout=None):
        """Wait until the thread has ended, or the time is over."""
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')
        if not self._started.is_set():
            raise RuntimeError('cannot join thread before it is started')
        if self is current_thread():
            raise RuntimeError('cannot join current thread')
        self._stopped.wait(timeout)

    @property
    def name(self):
        """A text for people; it need not be unique."""
        assert self._initialized, 'Thread.__init__() not called'
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, 'Thread.__init__() not called'
        self._name = str(name)

    @property
    def ident(self):
        """The ident of a started thread, else None."""
        assert self._initialized, 'Thread.__init__() not called'
        return self._ident

    @property
    def native_id(self):
        """The same as ident: all threads are tasks of one host thread."""
        assert self._initialized, 'Thread.__init__() not called'
        return self._ident

    def is_alive(self):
        """Return whether the thread has begun and not ended."""
        assert self._initialized, 'Thread.__init__() not called'
        return self._started.is_set() and not self._stopped.is_set()

    @property
    def daemon(self):
        """Whether the program ends without waiting for this thread."""
        assert self._initialized, 'Thread.__init__() not called'
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')
        if self._started.is_set():
            raise RuntimeError('cannot set daemon status of active thread')
        self._daemonic = daemonic

    def isDaemon(self):
        """The old form of daemon."""
        return self._deprecated('isDaemon', 'get the daemon attribute', self.daemon)

    def setDaemon(self, daemonic):
        """The old form of daemon."""
        self._deprecated('setDaemon', 'set the daemon attribute')
        self.daemon = daemonic

    def getName(self):
        """The old form of name."""
        return self._deprecated('getName', 'get the name attribute', self.name)

    def setName(self, name):
        """The old form of name."""
        self._deprecated('setName', 'set the name attribute')
        self.name = name

    def _deprecated(self, old, new, value=None):
        import warnings
        warnings.warn(f'{old}() is deprecated, {new} instead', DeprecationWarning, stacklevel=3)
        return value


class Timer(Thread):
    """A thread that calls a function after some seconds, unless it is cancelled."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        """Stop the timer if it has not called yet."""
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _Present(Thread):
    """A thread that this module did not start: the main one, or a task of the host."""

    def __init__(self, name, daemon):
        super().__init__(name=name, daemon=daemon)
        self._ident = get_ident()
        self._started.set()
        _active[self._ident] = self


class _MainThread(_Present):
    def __init__(self):
        super().__init__('MainThread', False)


class _DummyThread(_Present):
    def __init__(self):
        super().__init__(_newname('Dummy-%d'), True)

    def join(self, timeout=None):
        assert False, 'cannot join a dummy thread'


def current_thread():
    """The thread that calls."""
    found = _active.get(get_ident())
    return found if found is not None else _DummyThread()


def currentThread():
    """The old name of current_thread()."""
    import warnings
    warnings.warn('currentThread() is deprecated, use current_thread() instead',
                  DeprecationWarning, stacklevel=2)
    return current_thread()


def active_count():
    """How many threads live."""
    return len(_active) + len(_starting)


def activeCount():
    """The old name of active_count()."""
    import warnings
    warnings.warn('activeCount() is deprecated, use active_count() instead',
                  DeprecationWarning, stacklevel=2)
    return active_count()


def enumerate():
    """A list of the threads that live."""
    return [*_active.values(), *_starting]


def main_thread():
    """The thread that the program began with."""
    return _main_thread


_atexit = []


def _register_atexit(function, *args, **kwargs):
    """Have a function called when the program ends, before threads are waited for."""
    _atexit.append(lambda: function(*args, **kwargs))


def _shutdown():
    """The program ends: wait for the threads that are no daemons."""
    while _atexit:
        _atexit.pop()()
    _main_thread._stopped.set()
    while True:
        left = [one for one in _active.values() if one is not _main_thread and not one.daemon]
        if not left and not _starting:
            break
        for one in left:
            one._stopped.wait()
        if not left:
            _starting[0]._started.wait()


_main_thread = _MainThread()
