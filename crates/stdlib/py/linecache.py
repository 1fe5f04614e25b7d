"""Lines of source files, kept in memory."""

import sys
from _traceback import source_text as _source_text

__all__ = ['getline', 'clearcache', 'checkcache', 'lazycache']

# File name to (size, modification time, lines, full name), or to one function alone.
cache = {}


def clearcache():
    """Forget all lines."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """A line of a file with its end; '' where there is none."""
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''


def getlines(filename, module_globals=None):
    """The lines of a file, each with its end; [] where it cannot be read."""
    entry = cache.get(filename)
    if entry is not None and len(entry) != 1:
        return entry[2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        clearcache()
        return []


def checkcache(filename=None):
    """Forget the lines of files that have changed since."""
    for name in list(cache) if filename is None else [filename] if filename in cache else []:
        entry = cache[name]
        # What did not come from a file stays.
        if len(entry) != 1 and entry[1] is not None and _read(name) != entry[2]:
            cache.pop(name, None)


def updatecache(filename, module_globals=None):
    """Read the lines of a file again."""
    entry = cache.pop(filename, None)
    if not filename or filename.startswith('<') and filename.endswith('>'):
        return []
    lines = _read(filename)
    if lines is None:
        if entry is None or len(entry) != 1:
            if not lazycache(filename, module_globals):
                return []
            entry = cache.pop(filename)
        try:
            text = entry[0]()
        except (ImportError, OSError):
            return []
        if text is None:
            return []
        lines = [line + '\n' for line in text.splitlines()]
        cache[filename] = len(text), None, lines, filename
        return lines
    cache[filename] = sum(map(len, lines)), 0, lines, filename
    return lines


def lazycache(filename, module_globals):
    """Note how a module's loader gives its source, if it does."""
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or filename.startswith('<') and filename.endswith('>'):
        return False
    if not module_globals or '__name__' not in module_globals:
        return False
    name = module_globals['__name__']
    spec = module_globals.get('__spec__')
    loader = getattr(spec, 'loader', None)
    if loader is None:
        loader = module_globals.get('__loader__')
    get_source = getattr(loader, 'get_source', None)
    if not name or get_source is None:
        return False
    cache[filename] = (lambda: get_source(name),)
    return True


def _read(filename):
    """The lines of a file as it is now, or of what the host keeps of it, or None."""
    try:
        with open(filename, encoding='utf-8') as file:
            text = file.read()
    except (NameError, ImportError, OSError, UnicodeDecodeError, ValueError):
        text = _source_text(filename)
        if text is None:
            return None
    text = text.removeprefix('\ufeff').replace('\r\n', '\n').replace('\r', '\n')
    lines = text.split('\n')
    last = lines.pop()
    lines = [line + '\n' for line in lines]
    return lines + [last + '\n'] if last else lines
