# Warnings, filters and records of them.
import sys
import warnings
def t(name, f):
    try:
        print(name, '->', f())
    except BaseException as e:
        print(name, type(e).__name__, e)
    sys.stdout.flush()
warnings.warn('hello')
warnings.warn('hello')
def g(): warnings.warn('lvl', DeprecationWarning, stacklevel=2)
g(); g()
for i in range(3): warnings.warn('loop', RuntimeWarning)
def f(): warnings.warn('f' , stacklevel=1)
f(); f()
warnings.warn('deep', stacklevel=50)
warnings.warn(UserWarning('inst'), DeprecationWarning)
t('cat', lambda: warnings.warn('x', int))
t('cat', lambda: warnings.warn('x', 'abc'))
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    warnings.warn('rec'); f(); f(); warnings.warn('d', PendingDeprecationWarning)
t('rec', lambda: [(str(x.message), x.category.__name__, x.lineno) for x in w])
t('rec', lambda: str(w[0]).replace(w[0].filename, 'F'))
with warnings.catch_warnings():
    warnings.simplefilter('error')
    t('err', lambda: warnings.warn('boo'))
with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    t('ign', lambda: warnings.warn('boo'))
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('once')
    for i in range(3): warnings.warn('a')
    warnings.warn('a')
    warnings.resetwarnings()
    warnings.simplefilter('module')
    warnings.warn('m')
    warnings.warn('m')
    warnings.filterwarnings('ignore', category=UserWarning, lineno=0)
    warnings.warn('zz')
    warnings.filterwarnings('error', message='q.*x', module='__main__')
    t('qx', lambda: warnings.warn('Q12x'))
    t('qx', lambda: warnings.warn('12x'))
t('once', lambda: [str(x.message) for x in w])
t('bad', lambda: warnings.simplefilter('foo'))
t('bad', lambda: warnings.simplefilter('error', lineno=-1))
t('bad', lambda: warnings.filterwarnings('error', message=3))
t('bad', lambda: warnings.filterwarnings('error', category=3))
t('bad', lambda: warnings.filterwarnings('error', category=int))
t('fmt', lambda: repr(warnings.formatwarning('m', UserWarning, 'nofile.py', 3)))
t('fmt', lambda: repr(warnings.formatwarning('m', UserWarning, 'nofile.py', 3, ' line ')))
t('show', lambda: warnings.showwarning('m', UserWarning, 'nofile.py', 3))
t('show', lambda: warnings.showwarning('m', UserWarning, 'nofile.py', 3, sys.stdout, 'l'))
t('exp', lambda: warnings.warn_explicit('ex', UserWarning, 'foo.py', 8))
r = {}
t('exp', lambda: warnings.warn_explicit('ex', UserWarning, 'foo.py', 8, registry=r))
t('exp', lambda: warnings.warn_explicit('ex', UserWarning, 'foo.py', 8, registry=r))
t('exp', lambda: warnings.warn_explicit(UserWarning('ex'), None, 'foo.py', 9, 'mod', r))
with warnings.catch_warnings():
    warnings.showwarning = lambda *a: print('custom', a[0], a[1].__name__, a[4:])
    warnings.warn('cc')
    warnings.showwarning = 3
    t('cc', lambda: warnings.warn('cc'))
with warnings.catch_warnings():
    old = warnings.formatwarning
    warnings.formatwarning = lambda m, c, f, l, line=None: f'FMT {m}\n'
    warnings.warn('cc')
    warnings.formatwarning = old
c = warnings.catch_warnings()
t('x', lambda: c.__exit__())
c.__enter__()
t('x', lambda: c.__enter__())
t('x', lambda: (repr(c), repr(warnings.catch_warnings(record=True))))
c.__exit__()
with warnings.catch_warnings(action='error'):
    t('act', lambda: warnings.warn('acted'))
t('filters', lambda: [(a, c.__name__) for a,b,c,d,e in warnings.filters])
t('def', lambda: (warnings.defaultaction, warnings.__all__))
