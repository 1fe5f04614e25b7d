# Operators, conditionals, lambdas, assignment expressions.
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
    '1 +',
    '1 + * 2',
    '* 1',
    '~',
    'not',
    '1 not 2',
    '1 is',
    'a and',
    'or b',
    'a if b',
    'a if b c',
    'a if else c',
    '(a if b)',
    'a if b + else c',
    '1 if 2 if 3',
    'a << ',
    'a ? b : c',
    'a && b',
    'a ',
    '',
    ' b',
    '!a',
    'a <> b',
    'a === b',
    'i++',
    '++',
    '1__0',
    '0777',
    '1_',
    '0x',
    '0b2',
    '0o8',
    '1e',
    '1.e+',
    '12abc',
    '0xg',
    '1.2.3',
    '1jj',
    '00',
    '0_7',
    'lambda',
    'lambda x',
    'lambda: ',
    'lambda (x): 1',
    'lambda x=1, y: 2',
    'lambda *: 1',
    'lambda x, x: 1',
    'lambda **a, b: 1',
    'lambda x: yield',
    '(a := )',
    '(1 := 2)',
    '(a.b := 1)',
    '(a[0] := 1)',
    '(a, b := 1)',
    'a := 1',
    '[a := 1 for a in b]',
    '[b for a in (b := c)]',
    '(f() := 1)',
    'x = y := 1',
    '(x for x in y := z)',
    '((a, b) := 1)',
    'yield = 1',
    'x = yield = 1',
    'await = 1',
    '(yield) = 1',
    'print 1',
    'print "a", b',
    'print(a b)',
    'exec "x"',
    'print -1',
    'x = print 1',
]

for source in SOURCES:
    show(source)
