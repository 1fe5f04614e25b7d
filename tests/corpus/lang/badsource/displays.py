# Displays, comprehensions, calls, subscripts.
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
    '(1, 2',
    '[1, 2',
    '{1: 2',
    '(]',
    '[}',
    '{)',
    '(1, [2, 3)',
    'x = )',
    'x = 1]',
    '(1 2)',
    '[1 2]',
    '{1 2}',
    '{1: 2 3}',
    '{1: 2, 3 4}',
    '{1: 2, 3}',
    '{1: }',
    '{1: *a}',
    '{**a, b}',
    '{1: 2, **}',
    '{**a for a in b}',
    '{*a: 1}',
    '(*a)',
    '(**a)',
    '[**a]',
    '[*a for a in b]',
    '{*a for a in b}',
    '(x for x y in z)',
    '(x for x y)',
    '[x for x in y z]',
    '[x, y for x in y]',
    '[x for]',
    '[x for x]',
    '[x for x in]',
    '[x for 1 in y]',
    '[x for x in y if]',
    '[x for f() in y]',
    '(x for ~ in y)',
    'f(a b)',
    'f(a=1, b)',
    'f(**a, b)',
    'f(**a, *b)',
    'f(a.b=1)',
    'f(1=2)',
    'f(a=1, a=2)',
    'f(x for x in y, 1)',
    'f(1, x for x in y)',
    'f(a=)',
    'f(True=1)',
    'f(*)',
    'f(**)',
    'f(a, , b)',
    'f(a for b)',
    'f((a)=1)',
    'f(a := 1, b=2, c := 3)',
    'x[]',
    'x[1 2]',
    'x[1:2:3:4]',
    'x[a=1]',
    'x.1',
    'x.',
    'x..y',
    'x.class',
    'x.(y)',
]

for source in SOURCES:
    show(source)
