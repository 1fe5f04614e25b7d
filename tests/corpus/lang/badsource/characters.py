# Characters, continuation lines, numbers, what is no text.
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
    '$',
    '?',
    '!',
    'x ! y',
    'x $ y',
    '`x`',
    'x = “a”',
    'x = ‘a’',
    '€ = 1',
    'x\xa0= 1',
    '\u200bx = 1',
    'x = 1 – 2',
    '×',
    'a·b = 1',
    '·a = 1',
    'x = 1 ² 2',
    'x²=1',
    '\\',
    '\\ ',
    '\\ x',
    'x \\',
    'x = \\ 1',
    'x = 1 \\\n',
    '\\\nx',
    'x = (\\\n',
    'x = \\\n\\\n',
    'x \\\ny',
    'x = 1 +\\\n2 3',
    '1a',
    '1.a',
    '1e5a',
    '0x1g',
    '0b12',
    '0o78',
    '0b',
    '0o',
    '0x_',
    '1__2',
    '1_000_',
    '1_.0',
    '1._0',
    '1e_5',
    '0_',
    '08',
    '09.5',
    '012',
    '0b1_',
    '1if x else 2',
    '1or 2',
    '1and 2',
    '0xfor x in y',
    '1in x',
    '1not in x',
    '1is 2',
    'x = 1 if 1else 2',
    'x is 1',
    "x is not 'a'",
    '1 is x',
    'x is ()',
    'x is None',
    'x is ...',
    '-1 is x',
    '1 == 2 is 3',
    '(1)(2)',
    "'a'(1)",
    '[1](2)',
    '{1}(2)',
    '(1, 2) (3, 4)',
    "f''(1)",
    'None()',
    '1[0]',
    'None[0]',
    '{1}[0]',
    '(lambda: 1)[0]',
    "'a'['b']",
    "[1]['a']",
    '[1][1, 2]',
    '(1,)[1.5]',
    '(x for x in y)[0]',
    "assert (1, 'a')",
    'assert ()',
]

for source in SOURCES:
    show(source)
