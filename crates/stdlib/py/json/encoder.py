"""JSONEncoder: writes JSON, and can be taught other types."""

from _json import encode as _encode, encode_basestring, encode_basestring_ascii

__all__ = ['JSONEncoder']

c_make_encoder = None
c_encode_basestring_ascii = encode_basestring_ascii


class JSONEncoder:
    """Extensible JSON encoder: subclasses define default()."""

    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True,
                 allow_nan=True, sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        """What stands for an object of another type; here a TypeError."""
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        """An object as JSON text."""
        if isinstance(o, str):
            return (encode_basestring_ascii if self.ensure_ascii else encode_basestring)(o)
        return ''.join(self.iterencode(o, _one_shot=True))

    def iterencode(self, o, _one_shot=False):
        """The text in parts: here it is one."""
        text = _encode(
            o, self.skipkeys, self.ensure_ascii, self.check_circular, self.allow_nan, self.indent,
            (self.item_separator, self.key_separator), self.default, self.sort_keys)
        return iter((text,))
