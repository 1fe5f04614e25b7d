# Assignment, deletion, annotation, import.
# Each source with its exception, message and place, or its warnings.
import warnings


def show(source, mode='exec'):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            compile(source, '<wrong>', mode, dont_inherit=True)
            print(repr(source), 'compiles')
        except SyntaxError as error:
            place = error.lineno, error.offset, error.end_lineno, error.end_offset
            print(repr(source), type(error).__name__, error.msg, *place, repr(error.text), sep='\n  ')
        except Exception as error:
            print(repr(source), type(error).__name__, error, sep='\n  ')
    for warning in caught:
        print('  ', warning.category.__name__, warning.message, warning.lineno)


SOURCES = [
    '1 = x',
    'f() = 1',
    'a + 1 = 2',
    '-a = 1',
    'None = 1',
    'True = 1',
    '(None) = 1',
    '(a, 1) = b',
    '[a, f()] = b',
    'a, b + 1 = c',
    '"a" = 1',
    'f"{a}" = 1',
    '... = 1',
    '__debug__ = 1',
    'a = 1 = b',
    'a = b() = c',
    '{} = a',
    '{a} = b',
    '(a for a in b) = c',
    '[a for a in b] = c',
    'lambda: 1 = 2',
    'a if b else c = d',
    'a < b = c',
    'not a = b',
    '*a = b',
    '*a, *b = c',
    '(*a) = b',
    '*a',
    'x = *a',
    'a += ',
    '1 += 1',
    'f() += 1',
    '(a, b) += 1',
    '[a] += 1',
    'None += 1',
    'a + b += 1',
    '*a += 1',
    'a =+',
    'a == = b',
    'del 1',
    'del f()',
    'del a + b',
    'del (a, 1)',
    'del *a',
    'del None',
    'del (a, b',
    'del',
    'del a b',
    'del [x for x in y]',
    'del {a: b}',
    'a: ',
    '1: int',
    '(a, b): int',
    '[a]: int',
    'a, b: int',
    'f(): int',
    'a: int = ',
    'None: int',
    'a: b: c',
    'import',
    'import 1',
    'import a.',
    'import a as',
    'import a.b as 1',
    'from',
    'from a',
    'from a import',
    'from a import (',
    'from a import ()',
    'from a import b,',
    'from a import (b c)',
    'from . import *, a',
    'from a import b as c d',
    'import a from b',
    'import *',
    'from 1 import a',
    'import a as b.c',
    'assert',
    'assert a,',
    'assert (a, b)',
    'assert a b',
    'global',
    'global 1',
    'global a.b',
    'nonlocal',
    'raise a from',
    'raise from a',
    'raise a, b',
    'return',
    'return *a b',
    'pass 1',
    'break 2',
    'continue x',
]

for source in SOURCES:
    show(source)
