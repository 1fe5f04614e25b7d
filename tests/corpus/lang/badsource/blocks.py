# Compound statements, indentation.
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
    'if',
    'if x',
    'if x:',
    'if x:\nx',
    'if x = 1: pass',
    'if x := 1: pass',
    'if x: pass else: pass',
    'else: pass',
    'elif x: pass',
    'if x:\n pass\nelse x: pass',
    'if x:\n pass\nelif: pass',
    'if x:\n pass\n  pass',
    'if x:\n  pass\n pass',
    'if x:\n\\tpass\n        pass',
    'if x:\n        pass\n\\tpass',
    ' x',
    'x\n y',
    '\\tx',
    'if x:\n pass\n else: pass',
    'while',
    'while x',
    'while x:',
    'while: pass',
    'while x = 1: pass',
    'while True print(1)',
    'for',
    'for x',
    'for x in',
    'for x in y',
    'for x in y:',
    'for 1 in y: pass',
    'for f() in y: pass',
    'for x y in z: pass',
    'for x, in: pass',
    'for x in y z: pass',
    'for (x in y): pass',
    'for (i = 0; i < 1; i++) {',
    'for x in *a b: pass',
    'for *x in y: pass',
    'for ~ in y: pass',
    'try',
    'try:',
    'try: pass',
    'try: pass\nx',
    'try:\n pass\nexcept',
    'try:\n pass\nexcept:\n pass\nexcept A:\n pass',
    'try:\n pass\nexcept A, B:\n pass',
    'try:\n pass\nexcept A as 1:\n pass',
    'try:\n pass\nexcept A as b.c:\n pass',
    'try:\n pass\nexcept*:\n pass',
    'try:\n pass\nexcept A:\n pass\nexcept* B:\n pass',
    'try:\n pass\nfinally',
    'try:\n pass\nelse:\n pass',
    'try:\n pass\nfinally:\npass',
    'except: pass',
    'finally: pass',
    'try:\n pass\nexcept* A:\n break',
    'with',
    'with a',
    'with a:',
    'with a as: pass',
    'with a as 1: pass',
    'with a as f(): pass',
    'with (a, b): pass',
    'with (a as b): ',
    'with a as b, : pass',
    'with (a as b, c as d: pass',
    'with a, b c: pass',
    'with (a b): pass',
    'with a as b c: pass',
    'class',
    'class A',
    'class A:',
    'class A(: pass',
    'class 1: pass',
    'class A(x for x in y): pass',
    'class A.b: pass',
    'class A():\npass',
    'def',
    'def f',
    'def f:',
    'def f()',
    'def f():',
    'def f(:',
    'def 1(): pass',
    'def f() -> : pass',
    'def f():\npass',
    'def f(x) x',
    'async',
    'async x',
    'async def f',
    'async for x in y: pass',
    'async with a: pass',
    '@',
    '@x',
    '@x\ny',
    '@x y\ndef f(): pass',
    '@x\n@y',
]

for source in SOURCES:
    show(source)
