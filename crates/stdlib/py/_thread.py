"""Threads at their plainest: tasks of the virtual machine, and locks between them.

All threads share the one host thread and give way only where they wait, so what stands between
two waits needs no lock of its own.
"""

from time import monotonic as _monotonic
from _weakref import ref as _ref

from _thread_tasks import get_ident, own as _own, park as _park
from _thread_tasks import start as _start, unpark as _unpark

TIMEOUT_MAX = 9223372036.0
error = RuntimeError

_count = 0
_excepthook = None


def get_native_id():
    """The ident of the one host thread's task; the same as get_ident()."""
    return get_ident()


def _run(function, args, kwargs):
    global _count
    _count += 1
    try:
        function(*args, **kwargs)
    except SystemExit:
        pass
    except BaseException as exception:
        import sys
        sys.stderr.write(f'Exception ignored in thread started by: {function!r}\n')
        sys.excepthook(type(exception), exception, exception.__traceback__)
    finally:
        _count -= 1


def start_new_thread(function, args, kwargs={}, /):
    """Start a thread that calls a function, and return its ident."""
    if not callable(function):
        raise TypeError('first arg must be callable')
    if not isinstance(args, tuple):
        raise TypeError('2nd arg must be a tuple')
    if not isinstance(kwargs, dict):
        raise TypeError('optional 3rd arg must be a dictionary')
    return _start(_run, (function, args, kwargs))


start_new = start_new_thread


def exit():
    """End the calling thread."""
    raise SystemExit


exit_thread = exit


def stack_size(size=0, /):
    """The size asked for; stacks of tasks grow by themselves."""
    if size < 0:
        raise ValueError('size must be 0 or a positive value')
    return 0


def interrupt_main(signum=2, /):
    """Interrupts come from the host; a script cannot send one."""
    raise RuntimeError('only the host can interrupt the main thread')


def _deadline(blocking, timeout):
    """The moment at which an acquire gives up: None for never, 0 for at once."""
    if isinstance(timeout, bool) or not isinstance(timeout, (int, float)):
        if not hasattr(timeout, '__index__'):
            raise TypeError(f"'{type(timeout).__name__}' object cannot be interpreted "
                            'as an integer')
        timeout = timeout.__index__()
    if not blocking:
        if timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        return 0
    if timeout == -1:
        return None
    if timeout < 0:
        raise ValueError('timeout value must be positive')
    if timeout > TIMEOUT_MAX:
        raise OverflowError('timestamp out of range for platform time_t'
                            if isinstance(timeout, float)
                            else 'timestamp too large to convert to C _PyTime_t')
    return _monotonic() + timeout if timeout else 0


def _await(waiters, deadline, give_back=None):
    """Join a queue until somebody takes this thread out of it; False when the time is over.

    A thread that is interrupted when its turn has already come gives its turn back.
    """
    entry = [get_ident(), False]
    waiters.append(entry)
    try:
        while not entry[1]:
            if deadline is None:
                _park(None)
                continue
            rest = deadline - _monotonic()
            if rest <= 0:
                break
            _park(rest)
    except BaseException:
        if entry[1] and give_back is not None:
            give_back()
        raise
    finally:
        if not entry[1]:
            waiters.remove(entry)
    return entry[1]


def _release_first(waiters):
    """Take the first waiter out of a queue; False when nobody waits."""
    while waiters:
        entry = waiters.pop(0)
        entry[1] = True
        if _unpark(entry[0]):
            return True
    return False


def _release_all(waiters):
    while _release_first(waiters):
        pass


class lock:
    """A lock that is not owned by a thread: any may release it."""

    __slots__ = ('_held', '_waiters', '__weakref__')

    def __init_subclass__(cls, /, **kwargs):
        raise TypeError("type '_thread.lock' is not an acceptable base type")

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create '_thread.lock' instances")

    def acquire(self, blocking=True, timeout=-1):
        """Lock the lock; False if it was not blocking, or the time was over."""
        deadline = _deadline(blocking, timeout)
        if not self._held:
            self._held = True
            return True
        if deadline == 0:
            return False
        # The releaser hands the lock over: it is never free in between.
        return _await(self._waiters, deadline, self.release)

    acquire_lock = acquire

    def release(self):
        """Release the lock, to the thread that has waited longest."""
        if not self._held:
            raise RuntimeError('release unlocked lock')
        if not _release_first(self._waiters):
            self._held = False

    release_lock = release

    def locked(self):
        """Return whether the lock is held."""
        return self._held

    locked_lock = locked

    def __enter__(self):
        """Acquire the lock."""
        return self.acquire()

    def __exit__(self, *exception):
        """Release the lock."""
        self.release()

    def _at_fork_reinit(self):
        self._held = False
        self._waiters = []

    def __repr__(self, /):
        """Return repr(self)."""
        state = 'locked' if self._held else 'unlocked'
        return f'<{state} _thread.lock object at {id(self):#x}>'


LockType = lock


def allocate_lock():
    """Make a new lock."""
    new = object.__new__(lock)
    new._held = False
    new._waiters = []
    return new


allocate = allocate_lock


class RLock:
    """A lock that its owner may acquire again; it releases as often."""

    __slots__ = ('_owner', '_count', '_waiters', '__dict__', '__weakref__')

    def __init__(self):
        self._owner = 0
        self._count = 0
        self._waiters = []

    def acquire(self, blocking=True, timeout=-1):
        """Lock the lock; False if it was not blocking, or the time was over."""
        deadline = _deadline(blocking, timeout)
        me = get_ident()
        if self._owner == me:
            self._count += 1
            return True
        if self._owner == 0:
            self._owner = me
            self._count = 1
            return True
        if deadline == 0 or not _await(self._waiters, deadline, self._hand_over):
            return False
        self._owner = me
        self._count = 1
        return True

    def release(self):
        """Release the lock once."""
        if self._owner != get_ident():
            raise RuntimeError('cannot release un-acquired lock')
        self._count -= 1
        if self._count == 0:
            self._hand_over()

    def _hand_over(self):
        # Whoever comes next sets itself as the owner; until then nobody else gets in.
        self._owner = -1 if _release_first(self._waiters) else 0

    def __enter__(self):
        """Acquire the lock."""
        return self.acquire()

    def __exit__(self, *exception):
        """Release the lock."""
        self.release()

    def _is_owned(self):
        return self._owner == get_ident()

    def _release_save(self):
        if self._count == 0:
            raise RuntimeError('cannot release un-acquired lock')
        state = self._count, self._owner
        self._count = 0
        self._hand_over()
        return state

    def _acquire_restore(self, state):
        self.acquire()
        self._count, self._owner = state

    def _at_fork_reinit(self):
        self.__init__()

    def __repr__(self, /):
        """Return repr(self)."""
        state = 'locked' if self._count else 'unlocked'
        return (f'<{state} _thread.RLock object owner={max(self._owner, 0)} '
                f'count={self._count} at {id(self):#x}>')


RLock.__module__ = '_thread'


class _local:
    """Attributes of which every thread sees its own."""

    __slots__ = ('_arguments', '__weakref__')

    def __new__(cls, /, *args, **kwargs):
        """Create and return a new object.  See help(type) for accurate signature."""
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError('Initialization arguments are not supported')
        new = object.__new__(cls)
        object.__setattr__(new, '_arguments', (args, kwargs))
        _own()[id(new)] = _entry(new)
        return new

    def __getattribute__(self, name, /):
        """Return getattr(self, name)."""
        space = _space(self)
        if name == '__dict__':
            return space
        found = _from_class(type(self), name)
        if found is not None and hasattr(type(found), '__set__'):
            return object.__getattribute__(self, name)
        if name in space:
            return space[name]
        if found is None:
            fallback = _from_class(type(self), '__getattr__')
            if fallback is not None:
                return fallback.__get__(self, type(self))(name)
            raise AttributeError(f"'{_shown(self)}' object has no attribute '{name}'",
                                 name=name, obj=self)
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value, /):
        """Implement setattr(self, name, value)."""
        if name == '__dict__':
            raise AttributeError(
                f"'{_shown(self)}' object attribute '__dict__' is read-only")
        found = _from_class(type(self), name)
        setter = getattr(type(found), '__set__', None) if found is not None else None
        if setter is not None:
            setter(found, self, value)
        else:
            _space(self)[name] = value

    def __delattr__(self, name, /):
        """Implement delattr(self, name)."""
        if name == '__dict__':
            raise AttributeError(
                f"'{_shown(self)}' object attribute '__dict__' is read-only")
        space = _space(self)
        if name not in space:
            raise AttributeError(f"'{_shown(self)}' object has no attribute '{name}'",
                                 name=name, obj=self)
        del space[name]

    def __dir__(self):
        return sorted({*dir(type(self)), *_space(self)})


def _shown(local):
    name = type(local).__name__
    return '_thread._local' if type(local) is _local else name


def _entry(local):
    """What a thread keeps for a local: its values, until the local is gone."""
    own, key = _own(), id(local)
    return _ref(local, lambda _: own.pop(key, None)), {}


def _from_class(cls, name):
    for one in cls.__mro__:
        if name in one.__dict__:
            return one.__dict__[name]
    return None


def _space(local):
    """The values of the running thread, made by `__init__` when it first asks."""
    entry = _own().get(id(local))
    if entry is None:
        entry = _own()[id(local)] = _entry(local)
        args, kwargs = object.__getattribute__(local, '_arguments')
        cls = type(local)
        if cls.__init__ is not object.__init__:
            cls.__init__(local, *args, **kwargs)
    return entry[1]
