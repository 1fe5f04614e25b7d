"""Sources and frames for `inspect`, which imports this at its end."""

import sys
from collections import namedtuple

from inspect import (
    ArgInfo, getargs, getmodule, iscode, isclass, isframe, isfunction, ismethod, ismodule,
    istraceback, unwrap,
)

# Users see these as the module's own.
__name__ = 'inspect'


def getabsfile(object, _filename=None):
    """The absolute path of the file an object was defined in."""
    path = getsourcefile(object) or getfile(object)
    try:
        import os
    except ImportError:
        return path
    return os.path.normcase(os.path.abspath(path))


def getfile(object):
    """The file an object was defined in."""
    if ismodule(object):
        if getattr(object, '__file__', None):
            return object.__file__
        raise TypeError(f'{object!r} is a built-in module')
    if isclass(object):
        if hasattr(object, '__module__'):
            module = sys.modules.get(object.__module__)
            if getattr(module, '__file__', None):
                return module.__file__
            if object.__module__ == '__main__':
                raise OSError('source code not available')
        raise TypeError(f'{object!r} is a built-in class')
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if iscode(object):
        return object.co_filename
    raise TypeError(
        'module, class, method, function, traceback, frame, or '
        f'code object was expected, got {type(object).__name__}'
    )


def getsourcefile(object):
    """The file of an object's source, or None."""
    filename = getfile(object)
    import linecache
    return filename if filename in linecache.cache or linecache.getlines(filename) else None


def findsource(object):
    """All lines of the file an object was defined in, and the index of its first line."""
    import linecache
    file = getsourcefile(object)
    if file:
        linecache.checkcache(file)
    else:
        file = getfile(object)
        if not (file.startswith('<') and file.endswith('>')):
            raise OSError('source code not available')
    module = getmodule(object, file)
    lines = linecache.getlines(file, module.__dict__) if module else linecache.getlines(file)
    if not lines:
        raise OSError('could not get source code')
    if ismodule(object):
        return lines, 0
    if isclass(object):
        return lines, _class_line(object, lines)
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if iscode(object):
        number = object.co_firstlineno - 1
        if number >= len(lines):
            raise OSError('lineno is out of bounds')
        return lines, number
    raise OSError('could not find code object')


def _class_line(cls, lines):
    """The index of the line where a class statement, or its first decorator, begins."""
    path = [part for part in cls.__qualname__.split('.') if part != '<locals>']
    indents, names, decorated, number = [], [], None, 0
    while number < len(lines):
        start, text = number, lines[number].lstrip()
        if not text or text[0] == '#':
            number += 1
            continue
        words, number = _statement(lines, number)
        indent = len(lines[start]) - len(text)
        while indents and indent <= indents[-1]:
            indents.pop()
            names.pop()
        if text[0] == '@':
            decorated = start if decorated is None else decorated
            continue
        if words[:1] == ['async']:
            words = words[1:]
        if len(words) > 1 and words[0] in ('class', 'def'):
            indents.append(indent)
            names.append(words[1])
            if words[0] == 'class' and names == path:
                return start if decorated is None else decorated
        decorated = None
    raise OSError('could not find class definition')


def getblock(lines):
    """The lines of the definition that a list of lines begins with."""
    header = body = None
    last = number = 0
    while number < len(lines):
        line = lines[number]
        text = line.lstrip()
        indent = len(line.expandtabs()) - len(text.expandtabs())
        if not text or text[0] == '#':
            number += 1
            if text and body is not None and indent >= body:
                last = number
            continue
        if header is not None:
            if body is None and indent > header:
                body = indent
            if body is None or indent < body:
                break
        words, number = _statement(lines, number)
        last = number
        if header is None and text[0] != '@':
            if 'lambda' in words:
                break
            if 'def' in words or 'class' in words:
                header = indent
    return lines[:last]


def _statement(lines, number):
    """The words of a statement outside its texts, and the number of the line after it."""
    words, word, quote, depth = [], '', '', 0
    while number < len(lines):
        line, at, joined = lines[number], 0, False
        number += 1
        while at < len(line):
            char = line[at]
            if quote:
                if char == '\\':
                    at += 1
                elif line.startswith(quote, at):
                    at += len(quote) - 1
                    quote = ''
            elif char == '#':
                break
            elif char in '\'"':
                quote = char * 3 if line.startswith(char * 3, at) else char
                at += len(quote) - 1
            elif char.isidentifier() or char.isdigit():
                word += char
                at += 1
                continue
            elif char == '\\':
                joined = True
            else:
                depth += (char in '([{') - (char in ')]}')
            if word:
                words.append(word)
                word = ''
            at += 1
        if word:
            words.append(word)
            word = ''
        if len(quote) == 1 and not line.endswith('\\\n'):
            quote = ''
        if not (quote or joined or depth > 0):
            break
    return words, number


def getsourcelines(object):
    """The lines of an object's definition, and the number of the first of them."""
    object = unwrap(object)
    lines, number = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or isframe(object) and object.f_code.co_name == '<module>':
        return lines, 0
    return getblock(lines[number:]), number + 1


def getsource(object):
    """The text of an object's definition."""
    lines, number = getsourcelines(object)
    return ''.join(lines)


def getcomments(object):
    """The comment lines right before an object's definition, or None."""
    try:
        lines, number = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        start = 1 if lines and lines[0][:2] == '#!' else 0
        while start < len(lines) and lines[start].strip() in ('', '#'):
            start += 1
        comments = []
        while start < len(lines) and lines[start][:1] == '#':
            comments.append(lines[start].expandtabs())
            start += 1
        return ''.join(comments) if comments else None
    comments = []
    while number and lines[number - 1].lstrip()[:1] == '#':
        number -= 1
        comments.insert(0, lines[number].expandtabs().lstrip())
    return ''.join(comments) or None


_Traceback = namedtuple('_Traceback', 'filename lineno function code_context index')
_FrameInfo = namedtuple('_FrameInfo', ('frame',) + _Traceback._fields)


class Traceback(_Traceback):
    """Where a frame is, and the lines around it."""

    def __new__(cls, filename, lineno, function, code_context, index, *, positions=None):
        made = super().__new__(cls, filename, lineno, function, code_context, index)
        made.positions = positions
        return made

    def __repr__(self):
        return (
            f'Traceback(filename={self.filename!r}, lineno={self.lineno!r}, '
            f'function={self.function!r}, code_context={self.code_context!r}, '
            f'index={self.index!r}, positions={self.positions!r})'
        )


class FrameInfo(_FrameInfo):
    """A frame, where it is, and the lines around that."""

    def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
        made = super().__new__(cls, frame, filename, lineno, function, code_context, index)
        made.positions = positions
        return made

    def __repr__(self):
        return (
            f'FrameInfo(frame={self.frame!r}, filename={self.filename!r}, lineno={self.lineno!r}, '
            f'function={self.function!r}, code_context={self.code_context!r}, '
            f'index={self.index!r}, positions={self.positions!r})'
        )


_Positions = namedtuple('Positions', 'lineno end_lineno col_offset end_col_offset', defaults=[None] * 4)


def getframeinfo(frame, context=1):
    """Where a frame or a traceback is, with `context` lines of source."""
    if istraceback(frame):
        lasti, lineno = frame.tb_lasti, frame.tb_lineno
        frame = frame.tb_frame
    else:
        lineno, lasti = frame.f_lineno, frame.f_lasti
    if not isframe(frame):
        raise TypeError(f'{frame!r} is not a frame or traceback object')
    found = list(frame.f_code.co_positions())[lasti // 2:lasti // 2 + 1] if lasti >= 0 else []
    positions = _Positions(*found[0]) if found else _Positions()
    if positions.lineno is None:
        positions = positions._replace(lineno=lineno, end_lineno=lineno)
    filename = getsourcefile(frame) or getfile(frame)
    lines = index = None
    if context > 0:
        try:
            lines, _ = findsource(frame)
        except OSError:
            lines = None
        else:
            start = max(0, min(lineno - 1 - context // 2, len(lines) - context))
            lines = lines[start:start + context]
            index = lineno - 1 - start
    return Traceback(filename, lineno, frame.f_code.co_name, lines, index, positions=positions)


def getlineno(frame):
    """The line that a frame is at."""
    return frame.f_lineno


def getouterframes(frame, context=1):
    """A frame and its callers."""
    result = []
    while frame:
        info = getframeinfo(frame, context)
        result.append(FrameInfo(frame, *info, positions=info.positions))
        frame = frame.f_back
    return result


def getinnerframes(tb, context=1):
    """The frames of a traceback."""
    result = []
    while tb:
        info = getframeinfo(tb, context)
        result.append(FrameInfo(tb.tb_frame, *info, positions=info.positions))
        tb = tb.tb_next
    return result


def stack(context=1):
    """The frames of the calls in progress, from the caller on."""
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    """The frames between here and where the exception that is handled was raised."""
    error = sys.exception()
    return getinnerframes(error.__traceback__ if error else None, context)


def getargvalues(frame):
    """The arguments that a frame was called with."""
    args, varargs, varkw = getargs(frame.f_code)
    return ArgInfo(args, varargs, varkw, frame.f_locals)
