"""The loop programs get by default. It waits on the clock only: sockets are not part of it."""

__all__ = ('SelectorEventLoop', 'DefaultEventLoopPolicy')

from . import base_events, events


class _UnixSelectorEventLoop(base_events.BaseEventLoop):
    """The default event loop."""


class _UnixDefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    """The default event loop policy."""

    _loop_factory = _UnixSelectorEventLoop


SelectorEventLoop = _UnixSelectorEventLoop
DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
