# Managers from generators, and the ready-made ones.
from contextlib import *
import contextlib, sys
def t(name, f):
    try:
        print(name, '->', f())
    except BaseException as e:
        print(name, type(e).__name__, e, repr(e.__context__), repr(e.__cause__))
@contextmanager
def cm(x, fail=None):
    "doc of cm"
    print('enter', x)
    try:
        yield x
    except ValueError as e:
        print('caught', e)
        if fail: raise fail
    finally:
        print('exit', x)
with cm(1) as v: print(v)
with cm(1) as v: raise ValueError('a')
def a():
    with cm(2): raise KeyError('k')
t('a', a)
def a():
    with cm(2, TypeError('t')): raise ValueError('k')
t('a', a)
print(cm.__name__, cm.__doc__, cm(3).__doc__)
@cm('deco')
def f(): print('in f'); return 5
print(f(), f(), f.__name__)
@contextmanager
def none():
    if 0: yield
def a():
    with none(): pass
t('noyield', a)
@contextmanager
def two():
    yield 1
    yield 2
def a():
    with two(): pass
t('two', a)
@contextmanager
def two():
    try: yield 1
    except ValueError: pass
    yield 2
def a():
    with two(): raise ValueError(1)
t('two', a)
@contextmanager
def plain(): yield
def a():
    with plain(): raise StopIteration('si')
t('si', a)
def a():
    with plain(): raise RuntimeError('re')
t('si', a)
class Th:
    def close(self): print('closed')
with closing(Th()) as th: print('th')
with suppress(KeyError, ValueError): {}['x']
def a():
    with suppress(KeyError): 1/0
t('sup', a)
with nullcontext(4) as q: print(q)
class W:
    def __init__(self): self.s = []
    def write(self, x): self.s.append(x)
    def flush(self): pass
w = W()
with redirect_stdout(w) as ww: print('hidden')
print(w.s, ww is w)
with redirect_stderr(w): print('err', file=sys.stderr)
print(w.s)
