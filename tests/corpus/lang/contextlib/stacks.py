# ExitStack, and what errors of callbacks become.
from contextlib import *


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
with ExitStack() as st:
    st.enter_context(cm('s1'))
    st.callback(print, 'cb', sep='-')
    st.push(lambda *a: print('push', a[0]))
    st.enter_context(cm('s2'))
    print('body')
def a():
    with ExitStack() as st:
        @st.callback
        def _(): raise KeyError('second')
        st.callback(lambda: 1/0)
        raise ValueError('first')
try: a()
except KeyError as e:
    print(repr(e), repr(e.__context__), repr(e.__context__.__context__), e.__context__.__context__.__context__)
def a():
    with ExitStack() as st: st.enter_context(3)
t('proto', a)
s = ExitStack(); s.callback(print, 'later'); s2 = s.pop_all(); s.close(); print('now'); s2.close()
class A(AbstractContextManager):
    def __exit__(self, *a): print('A exit')
with A() as x: print(type(x).__name__)
class D(ContextDecorator):
    def __enter__(self): print('De')
    def __exit__(self, *a): print('Dx'); return True
@D()
def f(): raise ValueError
print(f())
