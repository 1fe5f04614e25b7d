# match statements.
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
    'match',
    'match x',
    'match x:',
    'match x: pass',
    'match x:\npass',
    'match x:\n pass',
    'match x:\n case',
    'match x:\n case 1',
    'match x:\n case 1:',
    'match x:\n case 1:\n pass',
    'match x:\n case 1 2: pass',
    'match x:\n case a: pass\n case b: pass',
    'match x:\n case _: pass\n case 1: pass',
    'match x:\n case a ',
    ' 1: pass',
    'match x:\n case _ ',
    ' b: pass',
    'match x:\n case [a, a]: pass',
    'match x:\n case {1: a, 2: a}: pass',
    'match x:\n case A(a, b=a): pass',
    'match x:\n case [*a, *b]: pass',
    'match x:\n case *a: pass',
    'match x:\n case (*a): pass',
    'match x:\n case {**a, 1: b}: pass',
    'match x:\n case {**_}: pass',
    'match x:\n case {a: b}: pass',
    'match x:\n case {1: a, 1: b}: pass',
    'match x:\n case {1 a}: pass',
    'match x:\n case {**a, **b}: pass',
    'match x:\n case {f(): a}: pass',
    'match x:\n case {-a: b}: pass',
    'match x:\n case A(a=1, 2): pass',
    'match x:\n case A(a=1, a=2): pass',
    'match x:\n case A(a b): pass',
    'match x:\n case A(b c=d): pass',
    'match x:\n case A(*a): pass',
    'match x:\n case A(**a): pass',
    'match x:\n case f().a: pass',
    'match x:\n case a[0]: pass',
    'match x:\n case 1 as 2: pass',
    'match x:\n case 1 as _: pass',
    'match x:\n case 1 as a.b: pass',
    'match x:\n case a as a: pass',
    'match x:\n case -a: pass',
    'match x:\n case 1 + 2: pass',
    'match x:\n case 1j + 1: pass',
    'match x:\n case 1 + 1j + 2: pass',
    'match x:\n case -"a": pass',
    'match x:\n case f"a": pass',
    'match x:\n case 1 if: pass',
    'match x:\n case 1 if y z: pass',
    'match x:\n case (1: pass',
    'match x:\n case [1: pass',
    'match x y:\n case 1: pass',
    'match x,:\n case 1:\n  pass\n case\n',
    'match = ',
    'case x:',
    'match x:\n case None ',
    ' a ',
    ' True: pass',
]

for source in SOURCES:
    show(source)
