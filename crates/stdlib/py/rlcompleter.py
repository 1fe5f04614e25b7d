"""Completion of names, keywords and attributes for line editors."""

import builtins
import keyword

__all__ = ['Completer']

_SPACE = {
    'as', 'and', 'assert', 'async', 'await', 'case', 'class', 'def', 'del', 'elif', 'except',
    'for', 'from', 'global', 'if', 'import', 'in', 'is', 'lambda', 'match', 'nonlocal', 'not',
    'or', 'raise', 'return', 'while', 'with', 'yield',
}
_COLON = {'else', 'finally', 'try'}


def _word_start(text):
    """Where the dotted name begins that the text ends with."""
    at = len(text)
    while at and (text[at - 1] == '.' or text[at - 1] == '_' or text[at - 1].isalnum()):
        at -= 1
    return at


class Completer:
    """Completes in a namespace: that of __main__ if none is given."""

    def __init__(self, namespace=None):
        if namespace and not isinstance(namespace, dict):
            raise TypeError('namespace must be a dictionary')
        self.use_main_ns = namespace is None
        self.namespace = namespace
        self.matches = []

    def complete(self, text, state):
        """The completion of that number, or None behind the last one."""
        if self.use_main_ns:
            import __main__
            self.namespace = __main__.__dict__
        if not text.strip():
            return '\t' if state == 0 else None
        if state == 0:
            self.matches = self.attr_matches(text) if '.' in text else self.global_matches(text)
        try:
            return self.matches[state]
        except IndexError:
            return None

    def _callable_postfix(self, val, word):
        if not callable(val):
            return word
        word += '('
        try:
            import inspect
            if not inspect.signature(val).parameters:
                word += ')'
        except (ImportError, ValueError, TypeError):
            pass
        return word

    def global_matches(self, text):
        """Keywords and names that begin with the text."""
        matches, seen = [], {'__builtins__'}
        size = len(text)
        for word in keyword.kwlist + keyword.softkwlist:
            if word[:size] == text:
                seen.add(word)
                if word in _COLON:
                    word += ':'
                elif word in _SPACE:
                    word += ' '
                matches.append(word)
        for names in (self.namespace, builtins.__dict__):
            for word, value in list(names.items()):
                if isinstance(word, str) and word[:size] == text and word not in seen:
                    seen.add(word)
                    matches.append(self._callable_postfix(value, word))
        return matches

    def attr_matches(self, text):
        """Attributes of the object before the last dot that begin with what follows it.

        Plain names and their attributes are looked up; a property is not called.
        """
        path, _, attr = text.rpartition('.')
        parts = path.split('.')
        if not all(part.isidentifier() for part in parts):
            return []
        try:
            this = self.namespace[parts[0]] if parts[0] in self.namespace \
                else builtins.__dict__[parts[0]]
            for part in parts[1:]:
                if isinstance(getattr(type(this), part, None), property):
                    return []
                this = getattr(this, part)
        except Exception:
            return []
        words = set(dir(this))
        words.discard('__builtins__')
        if hasattr(this, '__class__'):
            words.add('__class__')
            words.update(dir(this.__class__))
        found = []
        # Private names only where they are asked for.
        hidden = '_' if attr == '' else '__' if attr == '_' else None
        while True:
            for word in words:
                if word[:len(attr)] != attr or hidden and word[:len(hidden)] == hidden:
                    continue
                full = f'{path}.{word}'
                if isinstance(getattr(type(this), word, None), property):
                    found.append(full)
                elif (value := getattr(this, word, None)) is not None:
                    found.append(self._callable_postfix(value, full))
                else:
                    found.append(full)
            if found or not hidden:
                break
            hidden = '__' if hidden == '_' else None
        found.sort()
        return found


def _modules(text, known):
    """Names of modules that begin with the text."""
    import sys
    return sorted(name for name in {*known, *sys.modules} if name.startswith(text) and name[:1] != '_')


def _line_matches(line, namespace, modules=()):
    """For the line before the cursor: where the word begins, and its completions."""
    start = _word_start(line)
    word = line[start:]
    before = line[:start].split()
    if not line.strip():
        return start, ['    ']
    if before and before[0] in ('import', 'from') and 'import' not in before[1:] \
            and (len(before) == 1 or before[-1].endswith(',')):
        return start, _modules(word, modules)
    if not word or word[0].isdigit() or word[0] == '.':
        return start, []
    completer = Completer(namespace)
    matches = completer.attr_matches(word) if '.' in word else sorted(completer.global_matches(word))
    return start, matches[:500]
