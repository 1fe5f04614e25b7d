"""JSONEncoder: writes JSON, and can be taught other types."""

from _json import encode as _encode, encode_basestring, encode_basestring_ascii

__all__ = ['JSONEncoder']

c_make_encoder = None
_infinity = float('inf')
c_encode_basestring_ascii = encode_basestring_ascii


class JSONEncoder:
    """Extensible JSON encoder: subclasses define default()."""

    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True,
                 allow_nan=True, sort_keys=False, indent=None, separators=None, default=None):
        """Make an encoder; the arguments are those of json.dumps()."""
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
        """The text in parts; a file has got those before an object that cannot be written."""
        if _one_shot:
            return iter((self._text(o),))
        return _parts(self, o, 0, {} if self.check_circular else None)

    def _text(self, o):
        return _encode(
            o, self.skipkeys, self.ensure_ascii, self.check_circular, self.allow_nan, self.indent,
            (self.item_separator, self.key_separator), self.default, self.sort_keys)


def _parts(encoder, o, level, seen):
    if o is None or isinstance(o, (str, int, float)):
        yield _leaf(encoder, o)
        return
    if isinstance(o, (list, tuple, dict)) and not o:
        yield '{}' if isinstance(o, dict) else '[]'
        return
    if seen is not None:
        if id(o) in seen:
            raise ValueError('Circular reference detected')
        seen[id(o)] = o
    if isinstance(o, (list, tuple)):
        yield from _list_parts(encoder, o, level + 1, seen)
    elif isinstance(o, dict):
        yield from _dict_parts(encoder, o, level + 1, seen)
    else:
        yield from _parts(encoder, encoder.default(o), level, seen)
    if seen is not None:
        del seen[id(o)]


def _leaf(encoder, o):
    if isinstance(o, float) and not encoder.allow_nan and not -_infinity < o < _infinity:
        raise ValueError(f'Out of range float values are not JSON compliant: {float.__repr__(o)}')
    return encoder._text(o)


def _line(encoder, level):
    """What begins a line, or nothing if everything is on one."""
    indent = encoder.indent
    if indent is None:
        return ''
    return '\n' + (indent if isinstance(indent, str) else ' ' * indent) * level


def _list_parts(encoder, o, level, seen):
    line = _line(encoder, level)
    before = '[' + line
    for value in o:
        if value is None or isinstance(value, (str, int, float)):
            yield before + _leaf(encoder, value)
        else:
            yield before
            yield from _parts(encoder, value, level, seen)
        before = encoder.item_separator + line
    if line:
        yield _line(encoder, level - 1)
    yield ']'


def _dict_parts(encoder, o, level, seen):
    yield '{'
    line = _line(encoder, level)
    if line:
        yield line
    first = True
    for key, value in sorted(o.items()) if encoder.sort_keys else o.items():
        if not isinstance(key, str):
            if key is None or isinstance(key, (int, float)):
                key = _leaf(encoder, key)
            elif encoder.skipkeys:
                continue
            else:
                raise TypeError(
                    'keys must be str, int, float, bool or None, '
                    f'not {key.__class__.__name__}')
        if not first:
            yield encoder.item_separator + line
        first = False
        yield encoder._text(key)
        yield encoder.key_separator
        yield from _parts(encoder, value, level, seen)
    if line:
        yield _line(encoder, level - 1)
    yield '}'
