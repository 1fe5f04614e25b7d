"""The logger of asyncio: logging's, or a plain one where there is no logging."""

import sys


def _print_exception(exception, file):
    try:
        from traceback import print_exception
    except ImportError:
        pass
    else:
        print_exception(exception, file=file)
        return
    lines = []
    traceback = exception.__traceback__
    while traceback is not None:
        code = traceback.tb_code if hasattr(traceback, 'tb_code') else traceback.tb_frame.f_code
        lines.append(
            f'  File "{code.co_filename}", line {traceback.tb_lineno}, in {code.co_name}\n')
        traceback = traceback.tb_next
    if lines:
        lines.insert(0, 'Traceback (most recent call last):\n')
    kind = type(exception)
    name = kind.__qualname__
    if kind.__module__ not in ('builtins', '__main__'):
        name = f'{kind.__module__}.{name}'
    text = str(exception)
    lines.append(f'{name}: {text}\n' if text else f'{name}\n')
    file.write(''.join(lines))


class _Logger:
    """Writes warnings and errors to standard error."""

    name = 'asyncio'

    def _write(self, message, args, exc_info):
        if args:
            message = message % args
        sys.stderr.write(message + '\n')
        if exc_info is True:
            exc_info = sys.exc_info()
        if isinstance(exc_info, tuple):
            exc_info = exc_info[1]
        if exc_info:
            _print_exception(exc_info, sys.stderr)

    def error(self, message, *args, exc_info=None):
        self._write(message, args, exc_info)

    warning = critical = error

    def exception(self, message, *args, exc_info=True):
        self._write(message, args, exc_info)

    def debug(self, message, *args, exc_info=None):
        pass

    info = debug


try:
    from logging import getLogger
except ImportError:
    logger = _Logger()
else:
    logger = getLogger('asyncio')
