"""SyntaxError made by hand: its details, its text, and what happens with wrong ones."""
import sys
import traceback


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


NAMES = ['msg', 'filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset', 'print_file_and_line']


def look(error):
    print(type(error).__name__, str(error), [getattr(error, name) for name in NAMES])


look(SyntaxError())
look(SyntaxError('only words'))
look(SyntaxError('words', ('file.py', 3, 5, 'a = = b')))
look(SyntaxError('words', ('dir/file.py', 3, 5, 'a = = b\n', 3, 6)))
look(IndentationError('inner', ['f', None, None, None]))
look(TabError('mixed', ('t.py', 1, 1, '\tx', 1, 2)))
e = SyntaxError('late')
e.filename, e.lineno = '/a/b/c.py', 7
print(e, '|', e.args)
e.lineno = 'seven'
print(e)
e.filename = None
e.lineno = 8
print(e)
e.print_file_and_line = True
print(e.print_file_and_line, attempt(delattr, e, 'msg'), e.msg)
print(attempt(SyntaxError, 'm', 5), '|', attempt(SyntaxError, 'm', ()), '|', attempt(SyntaxError, 'm', (1, 2, 3)))
print(attempt(SyntaxError, 'm', ('f', 1, 2, 't', 5)), '|', attempt(lambda: SyntaxError(msg='m')))
print(SyntaxError('m', ('f', 1, 2, 't'), 'third').args, attempt(SyntaxError, 'm', ('f', 1, 2, 't', 1, 3, 'more')))

for details in [('f.py', 1, 3, 'a b c d'), ('f.py', 1, 3, '    a b c d\n', 1, 8), ('f.py', 4, 0, 'zero'), ('f.py', 4, -1, 'minus'),
                ('f.py', 1, 99, 'past'), ('f.py', 2, 1, None), (None, 2, 1, 'text'), ('f.py', 1, 2, 'abcdef', 2, 1), ('f.py', 1, 2, 'äöü', 1, 3)]:
    print(''.join(traceback.format_exception_only(SyntaxError, SyntaxError('shown', details))), end='')

try:
    compile('x = 1\nclass 5: pass\n', 'made-up.py', 'exec')
except SyntaxError as error:
    look(error)
    error.msg = 'changed by the program'
    traceback.print_exc(limit=0, file=sys.stdout)
try:
    eval('[1, 2')
except SyntaxError as error:
    look(error)
