"""The names that a started interpreter adds: exit, quit, copyright, credits, license, help."""


class Quitter:
    """Ends the program when it is called."""

    def __init__(self, name, eof='Ctrl-D (i.e. EOF)'):
        self.name = name
        self.eof = eof

    def __repr__(self):
        return f'Use {self.name}() or {self.eof} to exit'

    def __call__(self, code=None):
        raise SystemExit(code)


class _Printer:
    """Shows a text when it is asked for."""

    def __init__(self, name, text, long=None):
        self._name = name
        self._text = text
        self._long = long

    def __repr__(self):
        if self._long is None:
            return self._text
        return f'Type {self._name}() to see the full {self._name} text'

    def __call__(self):
        print(self._text if self._long is None else self._long)


class _Helper:
    """Explains objects: help(object), or help() for a dialogue."""

    def __repr__(self):
        return 'Type help() for interactive help, ' \
               'or help(object) for help about object.'

    def __call__(self, *args, **kwds):
        import pydoc
        return pydoc.help(*args, **kwds)


def install(names):
    """Adds the names to the dict of built-in names."""
    names['exit'] = Quitter('exit')
    names['quit'] = Quitter('quit')
    names['copyright'] = _Printer('copyright', 'Copyright (c) The MiniScript developers.')
    names['credits'] = _Printer(
        'credits', 'The language is that of the Python Software Foundation and its community.'
    )
    names['license'] = _Printer(
        'license', '',
        'MiniScript is free software: use it under the MIT License or under the\n'
        'Apache License 2.0, as you like.',
    )
    names['help'] = _Helper()
