# Parameters, scopes, places of statements.
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
    'def f(a, a): pass',
    'def f(a=1, b): pass',
    'def f(*): pass',
    'def f(*, **a): pass',
    'def f(**a, b): pass',
    'def f(**a, *b): pass',
    'def f(*a, *b): pass',
    'def f(/): pass',
    'def f(a, /, b, /): pass',
    'def f(*, /): pass',
    'def f(a, *, b, *c): pass',
    'def f((a, b)): pass',
    'def f(a b): pass',
    'def f(1): pass',
    'def f(None): pass',
    'def f(a: 1 b): pass',
    'def f(a=): pass',
    'def f(*a=1): pass',
    'def f(**a=1): pass',
    'def f(a, , b): pass',
    'def f(*, a, a): pass',
    'def f(__debug__): pass',
    'def f(a.b): pass',
    'def f(*a: *b): pass',
    'def f(a, *): pass',
    'def f(**): pass',
    'return 1',
    'yield 1',
    'yield from a',
    'await a',
    'break',
    'continue',
    'if 1: break',
    'class A: return 1',
    'class A: yield',
    'x = yield',
    '[await a for a in b]',
    '[a async for a in b]',
    'async def f(): yield from a',
    'async def f():\n yield 1\n return 2',
    'def f(): await a',
    'def f():\n async with a: pass',
    'def f():\n async for a in b: pass',
    'def f(): return [a async for a in b]',
    'lambda: await a',
    'for x in y:\n def f(): break',
    'while 1:\n class A: continue',
    'class A: await b',
    'nonlocal x',
    'def f(): nonlocal x',
    'def f(x): global x',
    'def f(x): nonlocal x',
    'def f():\n x = 1\n global x',
    'def f():\n print(x)\n global x',
    'def f():\n global x\n nonlocal x',
    'def f():\n x: int\n global x',
    'class A:\n x = 1\n global x',
    'def f():\n def g():\n  x\n  nonlocal x',
    'x = 1\nglobal x',
    'def f():\n x = 1\n def g():\n  x = 2\n  nonlocal x',
    'def f():\n global x\n x: int = 1',
    'def f():\n from a import *',
    'class A:\n from a import *',
    'from __future__ import nothing',
    'from __future__ import braces',
    'x\nfrom __future__ import annotations',
    'from __future__ import *',
    '"doc"\nfrom __future__ import annotations\nx = 1\nfrom __future__ import annotations',
    'import __debug__',
    'def __debug__(): pass',
    'class __debug__: pass',
    'f(__debug__=1)',
    'x.__debug__ = 1',
    'del __debug__',
    'for __debug__ in x: pass',
    '(__debug__ := 1)',
    'with a as __debug__: pass',
    '[x := 1 for x in y]',
    '[[x := 1 for z in y] for x in y]',
    'class A: [x := 1 for z in y]',
    '[y for z in (x := 1)]',
    '[(yield) for x in y]',
    '(x for x in (yield))',
    'def f(): [(yield x) for x in y]',
    '{x: (yield) for x in y}',
    'def f(a: (yield)): pass',
    'def f(a: (await b)): pass',
    'lambda: (yield)',
    'x: (yield) = 1',
    'class A(yield): pass',
    'a: (b := c) = d',
]

for source in SOURCES:
    show(source)
