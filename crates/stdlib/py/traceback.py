"""Stack traces as data and as text."""

import collections.abc as _abc
import itertools as _itertools
import linecache
import sys
from _traceback import anchors as _anchors

__all__ = [
    'extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list',
    'format_stack', 'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_last',
    'print_stack', 'print_tb', 'clear_frames', 'FrameSummary', 'StackSummary',
    'TracebackException', 'walk_stack', 'walk_tb', 'print_list',
]

_RECURSIVE_CUTOFF = 3
_cause_message = (
    '\nThe above exception was the direct cause of the following exception:\n\n'
)
_context_message = (
    '\nDuring handling of the above exception, another exception occurred:\n\n'
)


class _Sentinel:
    def __repr__(self):
        return '<implicit>'


_sentinel = _Sentinel()


def print_list(extracted_list, file=None):
    """Print the entries of extract_tb() or extract_stack()."""
    file = sys.stderr if file is None else file
    for item in StackSummary.from_list(extracted_list).format():
        print(item, file=file, end='')


def format_list(extracted_list):
    """The texts of entries of extract_tb() or extract_stack()."""
    return StackSummary.from_list(extracted_list).format()


def print_tb(tb, limit=None, file=None):
    """Print up to `limit` entries of a traceback."""
    print_list(extract_tb(tb, limit=limit), file=file)


def format_tb(tb, limit=None):
    """format_list() of extract_tb()."""
    return extract_tb(tb, limit=limit).format()


def extract_tb(tb, limit=None):
    """The entries of a traceback, outermost first."""
    return StackSummary._extract_from_extended_frame_gen(
        _walk_tb_with_full_positions(tb), limit=limit
    )


def _parse_value_tb(exc, value, tb):
    if (value is _sentinel) != (tb is _sentinel):
        raise ValueError('Both or neither of value and tb must be given')
    if value is not _sentinel:
        return value, tb
    if exc is None:
        return None, None
    if isinstance(exc, BaseException):
        return exc, exc.__traceback__
    raise TypeError(f'Exception expected for value, {type(exc).__name__} found')


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True):
    """Print an exception, with its traceback, as the interpreter does."""
    value, tb = _parse_value_tb(exc, value, tb)
    shown = TracebackException(type(value), value, tb, limit=limit, compact=True)
    shown.print(file=file, chain=chain)


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True):
    """What print_exception() prints, as a list of texts."""
    value, tb = _parse_value_tb(exc, value, tb)
    shown = TracebackException(type(value), value, tb, limit=limit, compact=True)
    return list(shown.format(chain=chain))


def format_exception_only(exc, /, value=_sentinel):
    """The part of a message behind the traceback, as a list of texts."""
    if value is _sentinel:
        value = exc
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only())


def _format_final_exc_line(etype, value):
    text = _safe_string(value, 'exception')
    return f'{etype}\n' if value is None or not text else f'{etype}: {text}\n'


def _safe_string(value, what, func=str):
    try:
        return func(value)
    except:
        return f'<{what} {func.__name__}() failed>'


def print_exc(limit=None, file=None, chain=True):
    """Print the exception that is being handled."""
    print_exception(*sys.exc_info(), limit, file, chain)


def format_exc(limit=None, chain=True):
    """The same as a str."""
    return ''.join(format_exception(*sys.exc_info(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    """Print the exception that ended the last input."""
    if not hasattr(sys, 'last_type'):
        raise ValueError('no last exception')
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


def print_stack(f=None, limit=None, file=None):
    """Print the calls in progress, from `f` on or from the caller."""
    f = sys._getframe().f_back if f is None else f
    print_list(extract_stack(f, limit=limit), file=file)


def format_stack(f=None, limit=None):
    """format_list() of extract_stack()."""
    f = sys._getframe().f_back if f is None else f
    return format_list(extract_stack(f, limit=limit))


def extract_stack(f=None, limit=None):
    """The entries of the calls in progress, outermost first."""
    f = sys._getframe().f_back if f is None else f
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


def clear_frames(tb):
    """Forget the variables of the frames of a traceback."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            # It is still running.
            pass
        tb = tb.tb_next


class FrameSummary:
    """One entry of a traceback."""

    __slots__ = (
        'filename', 'lineno', 'end_lineno', 'colno', 'end_colno', 'name', '_line', 'locals',
    )

    def __init__(
        self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
        end_lineno=None, colno=None, end_colno=None,
    ):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line
        if lookup_line:
            self.line
        self.locals = None if locals is None else {
            key: repr(value) for key, value in locals.items()
        }
        self.end_lineno = end_lineno
        self.colno = colno
        self.end_colno = end_colno

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (
                self.filename == other.filename and self.lineno == other.lineno
                and self.name == other.name and self.locals == other.locals
            )
        if isinstance(other, tuple):
            return (self.filename, self.lineno, self.name, self.line) == other
        return NotImplemented

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'

    def __len__(self):
        return 4

    @property
    def _original_line(self):
        self.line
        return self._line

    @property
    def line(self):
        if self._line is None:
            if self.lineno is None:
                return None
            self._line = linecache.getline(self.filename, self.lineno)
        return self._line.strip()


def walk_stack(f):
    """Frames and their lines, from `f` on to the callers."""
    if f is None:
        f = sys._getframe().f_back.f_back.f_back.f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    """Frames and their lines, from the outermost on."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _walk_tb_with_full_positions(tb):
    while tb is not None:
        positions = _get_code_position(tb.tb_frame.f_code, tb.tb_lasti)
        if positions[0] is None:
            yield tb.tb_frame, (tb.tb_lineno,) + positions[1:]
        else:
            yield tb.tb_frame, positions
        tb = tb.tb_next


def _get_code_position(code, instruction_index):
    if instruction_index < 0:
        return None, None, None, None
    positions = _itertools.islice(code.co_positions(), instruction_index // 2, None)
    return next(positions, (None, None, None, None))


class StackSummary(list):
    """A list of FrameSummary objects."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """Entries for the frames and lines that an iterator gives."""
        def extended():
            for frame, line in frame_gen:
                yield frame, (line, None, None, None)
        return klass._extract_from_extended_frame_gen(
            extended(), limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals
        )

    @classmethod
    def _extract_from_extended_frame_gen(
        klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False
    ):
        if limit is None:
            limit = getattr(sys, 'tracebacklimit', None)
            if limit is not None and limit < 0:
                limit = 0
        if limit is not None:
            if limit >= 0:
                frame_gen = _itertools.islice(frame_gen, limit)
            else:
                frame_gen = list(frame_gen)[limit:]
        result = klass()
        files = set()
        for frame, (lineno, end_lineno, colno, end_colno) in frame_gen:
            code = frame.f_code
            files.add(code.co_filename)
            linecache.lazycache(code.co_filename, frame.f_globals)
            result.append(FrameSummary(
                code.co_filename, lineno, code.co_name, lookup_line=False,
                locals=frame.f_locals if capture_locals else None,
                end_lineno=end_lineno, colno=colno, end_colno=end_colno,
            ))
        for filename in files:
            linecache.checkcache(filename)
        if lookup_lines:
            for entry in result:
                entry.line
        return result

    @classmethod
    def from_list(klass, a_list):
        """Entries of FrameSummary objects or of tuples (file, line, name, text)."""
        result = StackSummary()
        for entry in a_list:
            if isinstance(entry, FrameSummary):
                result.append(entry)
            else:
                filename, lineno, name, line = entry
                result.append(FrameSummary(filename, lineno, name, line=line))
        return result

    def format_frame_summary(self, frame_summary):
        """The text of one entry; None leaves it out."""
        row = [
            f'  File "{frame_summary.filename}", line {frame_summary.lineno}, '
            f'in {frame_summary.name}\n'
        ]
        if frame_summary.line:
            stripped = frame_summary.line.strip()
            row.append(f'    {stripped}\n')
            row.extend(_carets(frame_summary, stripped))
        if frame_summary.locals:
            for name, value in sorted(frame_summary.locals.items()):
                row.append(f'    {name} = {value}\n')
        return ''.join(row)

    def format(self):
        """The texts of the entries; repetitions are counted."""
        result = []
        last = None
        count = 0
        for entry in self:
            formatted = self.format_frame_summary(entry)
            if formatted is None:
                continue
            place = entry.filename, entry.lineno, entry.name
            if last is None or None in last or place != last:
                if count > _RECURSIVE_CUTOFF:
                    result.append(_repeated(count))
                last = place
                count = 0
            count += 1
            if count <= _RECURSIVE_CUTOFF:
                result.append(formatted)
        if count > _RECURSIVE_CUTOFF:
            result.append(_repeated(count))
        return result


def _repeated(count):
    count -= _RECURSIVE_CUTOFF
    return f'  [Previous line repeated {count} more time{"s" if count > 1 else ""}]\n'


def _carets(entry, stripped):
    """The marks below a line: nothing where they would mark all of it."""
    if (
        entry._original_line.strip() != stripped
        or entry.colno is None or entry.end_colno is None
        or entry.lineno == entry.end_lineno and entry.end_colno <= entry.colno
    ):
        return
    line = entry._original_line
    start = _characters(line, entry.colno) + 1
    end = _characters(line, entry.end_colno) + 1
    left = right = None
    if entry.lineno == entry.end_lineno:
        found = _anchors(line[start - 1:end - 1])
        if found is not None:
            left, right = found
    else:
        end = len(stripped) + len(line) - len(line.lstrip()) + 1
        end = min(end, len(line.rstrip()) + 1)
    whole = entry.lineno == entry.end_lineno and end - start >= len(stripped)
    if end - start >= len(stripped) and left is None or whole and left is None:
        return
    yield '    ' + ' ' * (start - 1 - (len(line) - len(line.lstrip())))
    if left is not None:
        yield '~' * left + '^' * (right - left) + '~' * (end - start - right)
    else:
        yield '^' * (end - start)
    yield '\n'


def _characters(text, offset):
    """How many characters the first `offset` bytes of a text's UTF-8 are."""
    return len(text.encode('utf-8')[:offset].decode('utf-8', errors='replace'))


class _ExceptionPrintContext:
    def __init__(self):
        self.seen = set()
        self.exception_group_depth = 0
        self.need_close = False

    def indent(self):
        return ' ' * (2 * self.exception_group_depth)

    def emit(self, text_gen, margin_char=None):
        if margin_char is None:
            margin_char = '|'
        indent = self.indent()
        if self.exception_group_depth:
            indent += margin_char + ' '
        for text in [text_gen] if isinstance(text_gen, str) else text_gen:
            yield ''.join(
                indent + line if line.strip('\n') or line else line
                for line in text.splitlines(True)
            )


class TracebackException:
    """An exception made ready to be shown, without holding on to its frames."""

    def __init__(
        self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True,
        capture_locals=False, compact=False, max_group_width=15, max_group_depth=10, _seen=None,
    ):
        is_recursive_call = _seen is not None
        if _seen is None:
            _seen = set()
        _seen.add(id(exc_value))
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = StackSummary._extract_from_extended_frame_gen(
            _walk_tb_with_full_positions(exc_traceback),
            limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals,
        )
        self.exc_type = exc_type
        self._str = _safe_string(exc_value, 'exception')
        self.__notes__ = getattr(exc_value, '__notes__', None)
        if exc_type and issubclass(exc_type, SyntaxError):
            self.filename = exc_value.filename
            lineno = exc_value.lineno
            self.lineno = str(lineno) if lineno is not None else None
            end_lineno = exc_value.end_lineno
            self.end_lineno = str(end_lineno) if end_lineno is not None else None
            self.text = exc_value.text
            self.offset = exc_value.offset
            self.end_offset = exc_value.end_offset
            self.msg = exc_value.msg
        if lookup_lines:
            self._load_lines()
        self.__suppress_context__ = (
            exc_value.__suppress_context__ if exc_value is not None else False
        )
        self.__cause__ = self.__context__ = self.exceptions = None
        if is_recursive_call:
            return
        queue = [(self, exc_value)]
        options = dict(
            limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals,
            max_group_width=max_group_width, max_group_depth=max_group_depth, _seen=_seen,
        )

        def made(e):
            return TracebackException(type(e), e, e.__traceback__, **options)

        while queue:
            te, e = queue.pop()
            if e is None:
                continue
            if e.__cause__ is not None and id(e.__cause__) not in _seen:
                te.__cause__ = made(e.__cause__)
            need_context = (
                e.__cause__ is None and not e.__suppress_context__ if compact else True
            )
            if need_context and e.__context__ is not None and id(e.__context__) not in _seen:
                te.__context__ = made(e.__context__)
            if isinstance(e, BaseExceptionGroup):
                te.exceptions = [made(each) for each in e.exceptions]
                queue.extend(zip(te.exceptions, e.exceptions))
            if te.__cause__:
                queue.append((te.__cause__, e.__cause__))
            if te.__context__:
                queue.append((te.__context__, e.__context__))

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """The same from an exception alone."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def _load_lines(self):
        for entry in self.stack:
            entry.line

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self):
        """The part behind the traceback."""
        if self.exc_type is None:
            yield _format_final_exc_line(None, self._str)
            return
        stype = self.exc_type.__qualname__
        smod = self.exc_type.__module__
        if smod not in ('__main__', 'builtins'):
            if not isinstance(smod, str):
                smod = '<unknown>'
            stype = smod + '.' + stype
        if not issubclass(self.exc_type, SyntaxError):
            yield _format_final_exc_line(stype, self._str)
        else:
            yield from self._format_syntax_error(stype)
        notes = self.__notes__
        if isinstance(notes, _abc.Sequence):
            for note in notes:
                note = _safe_string(note, 'note')
                yield from [line + '\n' for line in note.split('\n')]
        elif notes is not None:
            yield _safe_string(notes, '__notes__', func=repr)

    def _format_syntax_error(self, stype):
        filename_suffix = ''
        if self.lineno is not None:
            yield f'  File "{self.filename or "<string>"}", line {self.lineno}\n'
        elif self.filename is not None:
            filename_suffix = f' ({self.filename})'
        text = self.text
        if text is not None:
            # The columns count in the text as it was.
            rtext = text.rstrip('\n')
            ltext = rtext.lstrip(' \n\f')
            spaces = len(rtext) - len(ltext)
            yield f'    {ltext}\n'
            if self.offset is not None:
                offset = self.offset
                end_offset = self.end_offset if self.end_offset not in {None, 0} else offset
                if offset == end_offset or end_offset == -1:
                    end_offset = offset + 1
                colno = offset - 1 - spaces
                end_colno = end_offset - 1 - spaces
                if colno >= 0:
                    # Tabs and the like stay what they are.
                    caretspace = (c if c.isspace() else ' ' for c in ltext[:colno])
                    yield '    {}{}'.format(''.join(caretspace), '^' * (end_colno - colno) + '\n')
        yield f'{stype}: {self.msg or "<no detail available>"}{filename_suffix}\n'

    def format(self, *, chain=True, _ctx=None):
        """All of it, in pieces that end in newlines."""
        if _ctx is None:
            _ctx = _ExceptionPrintContext()
        output = []
        exc = self
        if chain:
            while exc:
                if exc.__cause__ is not None:
                    chained_msg, chained_exc = _cause_message, exc.__cause__
                elif exc.__context__ is not None and not exc.__suppress_context__:
                    chained_msg, chained_exc = _context_message, exc.__context__
                else:
                    chained_msg = chained_exc = None
                output.append((chained_msg, exc))
                exc = chained_exc
        else:
            output.append((None, exc))
        for msg, exc in reversed(output):
            if msg is not None:
                yield from _ctx.emit(msg)
            if exc.exceptions is None:
                if exc.stack:
                    yield from _ctx.emit('Traceback (most recent call last):\n')
                    yield from _ctx.emit(exc.stack.format())
                yield from _ctx.emit(exc.format_exception_only())
            elif _ctx.exception_group_depth > self.max_group_depth:
                yield from _ctx.emit(f'... (max_group_depth is {self.max_group_depth})\n')
            else:
                yield from self._format_group(exc, _ctx)

    def _format_group(self, exc, _ctx):
        is_toplevel = _ctx.exception_group_depth == 0
        if is_toplevel:
            _ctx.exception_group_depth += 1
        if exc.stack:
            yield from _ctx.emit(
                'Exception Group Traceback (most recent call last):\n',
                margin_char='+' if is_toplevel else None,
            )
            yield from _ctx.emit(exc.stack.format())
        yield from _ctx.emit(exc.format_exception_only())
        num_excs = len(exc.exceptions)
        shown = num_excs if num_excs <= self.max_group_width else self.max_group_width + 1
        _ctx.need_close = False
        for i in range(shown):
            last_exc = i == shown - 1
            if last_exc:
                # The closing frame may be added by a recursive call.
                _ctx.need_close = True
            truncated = self.max_group_width is not None and i >= self.max_group_width
            title = f'{i + 1}' if not truncated else '...'
            yield _ctx.indent() + ('+-' if i == 0 else '  ') + f'+---------------- {title} ----------------\n'
            _ctx.exception_group_depth += 1
            if not truncated:
                yield from exc.exceptions[i].format(chain=True, _ctx=_ctx)
            else:
                remaining = num_excs - self.max_group_width
                plural = 's' if remaining > 1 else ''
                yield from _ctx.emit(f'and {remaining} more exception{plural}\n')
            if last_exc and _ctx.need_close:
                yield _ctx.indent() + '+------------------------------------\n'
                _ctx.need_close = False
            _ctx.exception_group_depth -= 1
        if is_toplevel:
            assert _ctx.exception_group_depth == 1
            _ctx.exception_group_depth = 0

    def print(self, *, file=None, chain=True):
        """Print what format() gives."""
        file = sys.stderr if file is None else file
        for line in self.format(chain=chain):
            print(line, file=file, end='')
