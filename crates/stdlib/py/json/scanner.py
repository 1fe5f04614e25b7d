"""The function that reads one value for a decoder."""

from _json import scan

__all__ = ['make_scanner']


def make_scanner(context):
    """A function of text and index, with a decoder's hooks."""
    hooks = (
        context.object_hook, context.parse_float, context.parse_int, context.parse_constant,
        context.object_pairs_hook, context.strict,
    )

    def scan_once(string, idx):
        if not isinstance(string, str):
            raise TypeError(f'first argument must be a string, not {type(string).__name__}')
        # Whatever is an index.
        idx = range(idx).stop
        if idx < 0:
            raise ValueError('idx cannot be negative')
        if idx >= len(string):
            raise StopIteration(idx)
        return scan(string, idx, *hooks)

    return scan_once


c_make_scanner = None
