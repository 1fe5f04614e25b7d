"""Constants of characters, templates, and the machinery of str.format()."""

__all__ = [
    'ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'capwords', 'digits', 'hexdigits',
    'octdigits', 'printable', 'punctuation', 'whitespace', 'Formatter', 'Template',
]

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Split into words, capitalise each, and join them again."""
    return (sep or ' ').join(word.capitalize() for word in s.split(sep))


_START = ascii_letters + '_'
_INSIDE = _START + digits
_unset = {}


class _Both:
    """A mapping that looks into two mappings, one after the other."""

    def __init__(self, first, second):
        self.first, self.second = first, second

    def __getitem__(self, key):
        try:
            return self.first[key]
        except KeyError:
            return self.second[key]


def _compiled(cls, pattern):
    """The regular expression of a class of templates."""
    import re
    if pattern is None:
        mark = re.escape(cls.delimiter)
        pattern = (
            f'{mark}(?:(?P<escaped>{mark})|(?P<named>{cls.idpattern})'
            f'|{{(?P<braced>{cls.braceidpattern or cls.idpattern})}}|(?P<invalid>))'
        )
    return re.compile(pattern, cls.flags | re.VERBOSE)


class _Pattern:
    """The pattern of Template itself, which is made only if somebody asks for it."""

    def __get__(self, instance, owner):
        return _compiled(owner, None)


class Template:
    """A text with $name or ${name} for what is put in, and $$ for a dollar sign."""

    delimiter = '$'
    # Subclasses may name a regular expression; this one is looked for by hand.
    idpattern = '(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    pattern = _Pattern()
    flags = 2

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls.pattern = _compiled(cls, cls.__dict__.get('pattern'))

    def __init__(self, template):
        self.template = template

    def _parts(self):
        """Every piece: its kind, its text, its name, and its place."""
        if type(self) is not Template or not isinstance(self.template, str):
            yield from self._matched()
            return
        text, mark = self.template, self.delimiter
        place = 0
        while True:
            start = text.find(mark, place)
            if start < 0:
                yield 'text', text[place:], None, place
                return
            yield 'text', text[place:start], None, place
            after = start + len(mark)
            if text.startswith(mark, after):
                yield 'escaped', mark + mark, None, start
                place = after + len(mark)
                continue
            braced = text.startswith('{', after)
            name, end = _identifier(text, after + braced)
            if not name or braced and not text.startswith('}', end):
                yield 'invalid', mark, None, after
                place = after
                continue
            place = end + braced
            yield 'braced' if braced else 'named', text[start:place], name, start

    def _matched(self):
        """The pieces by the regular expressions of a subclass."""
        pattern = self.pattern
        place = 0
        for found in pattern.finditer(self.template):
            yield 'text', self.template[place:found.start()], None, place
            place = found.end()
            for kind in ('named', 'braced', 'escaped', 'invalid'):
                name = found.group(kind)
                if name is not None:
                    yield kind, found.group(), name, found.start(kind)
                    break
            else:
                raise ValueError('Unrecognized named group in pattern', pattern)
        yield 'text', self.template[place:], None, place

    def _invalid(self, place):
        lines = self.template[:place].splitlines(keepends=True)
        column = place - len(''.join(lines[:-1])) if lines else 1
        raise ValueError(f'Invalid placeholder in string: line {max(len(lines), 1)}, col {column}')

    def _mapping(self, mapping, kws):
        if mapping is _unset:
            return kws
        return _Both(kws, mapping) if kws else mapping

    def substitute(self, mapping=_unset, /, **kws):
        """Put values in; KeyError if one is missing, ValueError for a stray delimiter."""
        mapping = self._mapping(mapping, kws)
        result = []
        for kind, text, name, place in self._parts():
            if kind == 'text':
                result.append(text)
            elif kind == 'escaped':
                result.append(self.delimiter)
            elif kind == 'invalid':
                self._invalid(place)
            else:
                result.append(str(mapping[name]))
        return ''.join(result)

    def safe_substitute(self, mapping=_unset, /, **kws):
        """Put values in, and leave alone what is missing or wrong."""
        mapping = self._mapping(mapping, kws)
        result = []
        for kind, text, name, _ in self._parts():
            if kind == 'escaped':
                text = self.delimiter
            elif kind in ('named', 'braced'):
                try:
                    text = str(mapping[name])
                except KeyError:
                    pass
            result.append(text)
        return ''.join(result)

    def is_valid(self):
        """Whether substitute() would raise no ValueError."""
        return all(kind != 'invalid' for kind, *_ in self._parts())

    def get_identifiers(self):
        """The names, each once, in the order in which they come."""
        names = {}
        for kind, _, name, _ in self._parts():
            if kind in ('named', 'braced'):
                names[name] = True
        return list(names)


def _identifier(text, start):
    """The identifier at a place, maybe empty, and where it ends."""
    end = start
    while end < len(text) and text[end] in (_INSIDE if end > start else _START):
        end += 1
    return text[start:end], end


def _pieces(text):
    """Split a format string: (literal, field, spec, conversion), as Formatter.parse() says."""
    literal = []
    place, size = 0, len(text)
    while place < size:
        char = text[place]
        place += 1
        if char not in '{}':
            # Up to the next brace.
            end = place
            while end < size and text[end] not in '{}':
                end += 1
            literal.append(text[place - 1:end])
            place = end
            continue
        if place < size and text[place] == char:
            # A doubled brace ends a piece, with one of them.
            place += 1
            literal.append(char)
            yield ''.join(literal), None, None, None
            literal = []
            continue
        if char == '}':
            raise ValueError("Single '}' encountered in format string")
        if place == size:
            raise ValueError("Single '{' encountered in format string")
        field, place = _field(text, place)
        yield (''.join(literal), *field)
        literal = []
    if literal:
        yield ''.join(literal), None, None, None


def _field(text, start):
    """The parts of a replacement field that starts behind its brace, and where it ends."""
    size = len(text)
    place, brackets = start, False
    while place < size:
        char = text[place]
        if char == '[':
            brackets = True
        elif char == ']':
            brackets = False
        elif char == '{':
            raise ValueError("unexpected '{' in field name")
        elif char in '}:!' and not brackets:
            break
        place += 1
    else:
        raise ValueError("expected '}' before end of string")
    name, conversion = text[start:place], None
    if text[place] == '!':
        if place + 1 >= size:
            raise ValueError("end of string while looking for conversion specifier")
        conversion = text[place + 1]
        place += 2
        if place >= size:
            raise ValueError("unmatched '{' in format spec")
        if text[place] not in ':}':
            raise ValueError("expected ':' after conversion specifier")
    if text[place] == '}':
        return (name, '', conversion), place + 1
    start, depth = place + 1, 1
    for place in range(start, size):
        if text[place] == '{':
            depth += 1
        elif text[place] == '}':
            depth -= 1
            if depth == 0:
                return (name, text[start:place], conversion), place + 1
    raise ValueError("unmatched '{' in format spec")


def _split_name(name):
    """The first part of a field name, and (is attribute, key) for each further one."""
    end = 0
    while end < len(name) and name[end] not in '.[':
        end += 1
    first = name[:end]
    return int(first) if first.isascii() and first.isdigit() else first, _steps(name, end)


def _steps(name, place):
    size = len(name)
    while place < size:
        if name[place] == '.':
            start = end = place + 1
            while end < size and name[end] not in '.[':
                end += 1
            key, place = name[start:end], end
            if not key:
                raise ValueError('Empty attribute in format string')
            yield True, key
        elif name[place] == '[':
            end = name.find(']', place)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            key, place = name[place + 1:end], end + 1
            if not key:
                raise ValueError('Empty attribute in format string')
            yield False, int(key) if key.isascii() and key.isdigit() else key
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")


class Formatter:
    """str.format() as a class, to change parts of it in subclasses."""

    def format(self, format_string, /, *args, **kwargs):
        """Format a string with the arguments."""
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        """Format a string with the arguments in a sequence and a mapping."""
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError('Max string recursion exceeded')
        result = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if name is None:
                continue
            if name == '':
                if auto_arg_index is False:
                    raise ValueError(
                        'cannot switch from manual field specification to automatic field numbering'
                    )
                name = str(auto_arg_index)
                auto_arg_index += 1
            elif name.isdigit():
                if auto_arg_index:
                    raise ValueError(
                        'cannot switch from manual field specification to automatic field numbering'
                    )
                auto_arg_index = False
            value, used = self.get_field(name, args, kwargs)
            used_args.add(used)
            value = self.convert_field(value, conversion)
            spec, auto_arg_index = self._vformat(
                spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index
            )
            result.append(self.format_field(value, spec))
        return ''.join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        """The argument for a number or a name."""
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        """For subclasses that look for arguments that were not used."""

    def format_field(self, value, format_spec):
        """format(), by default."""
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        """Apply !s, !r or !a."""
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError(f'Unknown conversion specifier {conversion!s}')

    def parse(self, format_string):
        """Iterate over (literal text, field name, format spec, conversion)."""
        return _pieces(format_string)

    def get_field(self, field_name, args, kwargs):
        """The object that a field name stands for, and the argument that was used."""
        first, rest = _split_name(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, key in rest:
            value = getattr(value, key) if is_attribute else value[key]
        return value, first
