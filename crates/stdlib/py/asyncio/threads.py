"""Plain functions called from coroutines."""

__all__ = ('to_thread',)

from . import events


async def to_thread(func, /, *args, **kwargs):
    """Call a function outside of the loop's callbacks and wait for its result.

    All runs on one host thread here: the function runs at once, in a copy of the context.
    """
    loop = events.get_running_loop()
    context = events.copy_context()

    def call():
        if context is None:
            return func(*args, **kwargs)
        return context.run(func, *args, **kwargs)

    return await loop.run_in_executor(None, call)
