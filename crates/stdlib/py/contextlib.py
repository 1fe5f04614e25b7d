"""Helpers for the `with` statement: managers from generators, stacks of managers, and
ready-made managers."""

import sys
from abc import ABC, abstractmethod
from functools import wraps
from types import MethodType

__all__ = [
    'asynccontextmanager', 'contextmanager', 'closing', 'nullcontext', 'AbstractContextManager',
    'AbstractAsyncContextManager', 'AsyncExitStack', 'ContextDecorator', 'ExitStack',
    'redirect_stdout', 'redirect_stderr', 'suppress', 'aclosing', 'chdir',
]


def _provides(cls, *names):
    """Whether a class has all the methods, or NotImplemented; None means it refuses one."""
    for name in names:
        for base in cls.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


class AbstractContextManager(ABC):
    """An abstract base class for context managers."""

    def __enter__(self):
        """Return `self` upon entering the runtime context."""
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        """Raise any exception triggered within the runtime context."""
        return None

    @classmethod
    def __class_getitem__(cls, parameters):
        """Write the class with parameters."""
        from types import GenericAlias
        return GenericAlias(cls, parameters)

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is AbstractContextManager:
            return _provides(subclass, '__enter__', '__exit__')
        return NotImplemented


class AbstractAsyncContextManager(ABC):
    """An abstract base class for asynchronous context managers."""

    async def __aenter__(self):
        """Return `self` upon entering the runtime context."""
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        """Raise any exception triggered within the runtime context."""
        return None

    @classmethod
    def __class_getitem__(cls, parameters):
        """Write the class with parameters."""
        from types import GenericAlias
        return GenericAlias(cls, parameters)

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is AbstractAsyncContextManager:
            return _provides(subclass, '__aenter__', '__aexit__')
        return NotImplemented


class ContextDecorator:
    """A base class or mixin that lets a context manager work as a decorator."""

    def _recreate_cm(self):
        """The manager of one call: the same one, unless it can be used only once."""
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return inner


class AsyncContextDecorator:
    """A base class or mixin that lets an async context manager work as a decorator."""

    def _recreate_cm(self):
        """The manager of one call: the same one, unless it can be used only once."""
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return inner


class _FromGenerator:
    """What the managers made by contextmanager() and asynccontextmanager() share."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        doc = getattr(func, '__doc__', None)
        self.__doc__ = type(self).__doc__ if doc is None else doc

    def _recreate_cm(self):
        # A generator runs once: every decorated call gets a new one.
        return self.__class__(self.func, self.args, self.kwds)

    def _forget_call(self):
        # The arguments are only needed to start again, which is over now.
        del self.args, self.kwds, self.func


def _same_error(error, value, traceback, stop_types):
    """Whether `error`, which came out of the generator, stands for `value`, which was
    thrown into it. PEP 479 makes a RuntimeError of a StopIteration on its way."""
    if error is value:
        value.__traceback__ = traceback
        return True
    if (
        isinstance(error, RuntimeError)
        and isinstance(value, stop_types)
        and error.__cause__ is value
    ):
        value.__traceback__ = traceback
        return True
    return False


class _GeneratorContextManager(_FromGenerator, AbstractContextManager, ContextDecorator):
    """Helper for @contextmanager decorator."""

    def __enter__(self):
        self._forget_call()
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = typ()
        try:
            self.gen.throw(typ, value, traceback)
        except StopIteration as error:
            # The body's own StopIteration is not swallowed.
            return error is not value
        except BaseException as error:
            if not _same_error(error, value, traceback, StopIteration):
                raise
            return False
        raise RuntimeError("generator didn't stop after throw()")


class _AsyncGeneratorContextManager(
    _FromGenerator, AbstractAsyncContextManager, AsyncContextDecorator
):
    """Helper for @asynccontextmanager decorator."""

    async def __aenter__(self):
        self._forget_call()
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = typ()
        try:
            await self.gen.athrow(typ, value, traceback)
        except StopAsyncIteration as error:
            return error is not value
        except BaseException as error:
            if not _same_error(error, value, traceback, (StopIteration, StopAsyncIteration)):
                raise
            return False
        raise RuntimeError("generator didn't stop after athrow()")


def contextmanager(func):
    """Decorator that makes a context manager of a generator function with one yield."""
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return helper


def asynccontextmanager(func):
    """Decorator that makes an async context manager of an async generator function."""
    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return helper


class closing(AbstractContextManager):
    """Context manager that calls close() of a thing at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """Async context manager that awaits aclose() of a thing at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class _RedirectStream(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        # One entry per nested use of the same manager.
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    """Context manager that sends sys.stdout to another file object for a while."""

    _stream = 'stdout'


class redirect_stderr(_RedirectStream):
    """Context manager that sends sys.stderr to another file object for a while."""

    _stream = 'stderr'


class suppress(AbstractContextManager):
    """Context manager that swallows the given exceptions."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        return exctype is not None and issubclass(exctype, self._exceptions)


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Context manager that does nothing but return its argument from __enter__."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


class chdir(AbstractContextManager):
    """Context manager that changes the current working directory for a while."""

    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        import os
        self._old_cwd.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *excinfo):
        import os
        os.chdir(self._old_cwd.pop())


class _BaseExitStack:
    """The list of what is to be called at the end, the last one first.

    An entry is a pair: whether it is synchronous, and a function of the three values
    that describe an exception.
    """

    def __init__(self):
        self._exit_callbacks = []

    def pop_all(self):
        """Move the pending callbacks to a new stack, which is returned."""
        moved = type(self)()
        moved._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = []
        return moved

    def push(self, exit):
        """Register the __exit__ of a manager, or a function with its signature.

        Can be used as a decorator: the argument is returned.
        """
        method = getattr(type(exit), '__exit__', None)
        self._exit_callbacks.append((True, exit if method is None else MethodType(method, exit)))
        return exit

    def enter_context(self, cm):
        """Enter a context manager, whose __exit__ is called at the end."""
        cls = type(cm)
        try:
            enter, leave = cls.__enter__, cls.__exit__
        except AttributeError:
            raise TypeError(
                f"'{cls.__module__}.{cls.__qualname__}' object does "
                'not support the context manager protocol'
            ) from None
        result = enter(cm)
        self._exit_callbacks.append((True, MethodType(leave, cm)))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Register a function that is called with the arguments at the end."""
        def run(exc_type, exc, tb):
            callback(*args, **kwds)

        # The arguments hide the signature, but not what it is.
        run.__wrapped__ = callback
        self._exit_callbacks.append((True, run))
        return callback


def _rechain(error, old, outer):
    """Let the context chain of a callback's error end in the error before it.

    The interpreter chained it to `outer`, the one that was handled outside the stack;
    nested `with` blocks would have chained it to `old`.
    """
    while True:
        context = error.__context__
        if context is None or context is old:
            return
        if context is outer:
            break
        error = context
    error.__context__ = old


def _reraise(error):
    """Raise the error of a callback without chaining it to anything new."""
    context = error.__context__
    try:
        raise error
    except BaseException:
        error.__context__ = context
        raise


class ExitStack(_BaseExitStack, AbstractContextManager):
    """Context manager for a number of managers and callbacks that is known at run time."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        received = exc_details[0] is not None
        outer = sys.exc_info()[1]
        suppressed = pending = False
        while self._exit_callbacks:
            _, leave = self._exit_callbacks.pop()
            try:
                if leave(*exc_details):
                    suppressed = True
                    pending = False
                    exc_details = (None, None, None)
            except BaseException as error:
                _rechain(error, exc_details[1], outer)
                pending = True
                exc_details = (type(error), error, error.__traceback__)
        if pending:
            _reraise(exc_details[1])
        return received and suppressed

    def close(self):
        """Call everything that is registered, now."""
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """ExitStack for asynchronous managers and callbacks, too."""

    async def enter_async_context(self, cm):
        """Enter an async context manager, whose __aexit__ is awaited at the end."""
        cls = type(cm)
        try:
            enter, leave = cls.__aenter__, cls.__aexit__
        except AttributeError:
            raise TypeError(
                f"'{cls.__module__}.{cls.__qualname__}' object does "
                'not support the asynchronous context manager protocol'
            ) from None
        result = await enter(cm)
        self._exit_callbacks.append((False, MethodType(leave, cm)))
        return result

    def push_async_exit(self, exit):
        """Register the __aexit__ of a manager, or a coroutine function like it."""
        method = getattr(type(exit), '__aexit__', None)
        self._exit_callbacks.append((False, exit if method is None else MethodType(method, exit)))
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        """Register a coroutine function that is awaited with the arguments at the end."""
        async def run(exc_type, exc, tb):
            await callback(*args, **kwds)

        run.__wrapped__ = callback
        self._exit_callbacks.append((False, run))
        return callback

    async def aclose(self):
        """Call and await everything that is registered, now."""
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        received = exc_details[0] is not None
        outer = sys.exc_info()[1]
        suppressed = pending = False
        while self._exit_callbacks:
            synchronous, leave = self._exit_callbacks.pop()
            try:
                result = leave(*exc_details)
                if not synchronous:
                    result = await result
                if result:
                    suppressed = True
                    pending = False
                    exc_details = (None, None, None)
            except BaseException as error:
                _rechain(error, exc_details[1], outer)
                pending = True
                exc_details = (type(error), error, error.__traceback__)
        if pending:
            _reraise(exc_details[1])
        return received and suppressed
