# The is-functions, members, states, annotations.
import functools
import inspect
from inspect import *


def t(name, f):
    try:
        print(name, '->', f())
    except BaseException as e:
        print(name, type(e).__name__, e)


def f(a, b: int, /, c=3, *args: str, d, e: 'x' = None, **kw) -> float: "doc"
class K:
    """Class doc.

        indented
      less
    """
    x = 3
    def __init__(self, a, b=2): pass
    def m(self, q, *, z=1): "m doc"
    @classmethod
    def cm(cls, y): pass
    @staticmethod
    def sm(y=3): pass
    @property
    def p(self): return 1
class K2(K):
    def m(self, q): pass
class NoInit: pass
class New:
    def __new__(cls, a, *b): return object.__new__(cls)
class Meta(type):
    def __call__(cls, zz): return 3
class WM(metaclass=Meta): pass
class Call:
    def __call__(self, k, *, w=2): pass
s = signature(f)
async def co(): pass
async def ag(): yield
def g(): yield
c = co(); gg = g(); aa = ag()
for n in ['isfunction','ismethod','isclass','ismodule','isbuiltin','isroutine','isgeneratorfunction','iscoroutinefunction','isasyncgenfunction','isgenerator','iscoroutine','isasyncgen','isawaitable','isabstract','isdatadescriptor','ismethoddescriptor','iscode','istraceback','isframe', 'isgetsetdescriptor', 'ismemberdescriptor']:
    fn = getattr(inspect, n)
    print(n, [int(bool(fn(x))) for x in (f, K(1).m, K, inspect, len, [].append, g, co, ag, gg, c, aa, 3, K.p, K.__dict__['p'], str.join, f.__code__, K.cm, lambda: 0, int, functools.partial(g))])
c.close()
t('mem', lambda: [n for n, v in getmembers(K) if n[:2] != '__'])
t('mem', lambda: getmembers(K, isfunction) and [n for n, v in getmembers(K, isfunction)])
t('static', lambda: [n for n, v in getmembers_static(K) if n[:2] != '__'])
t('mro', lambda: getmro(K2))
t('state', lambda: (getgeneratorstate(gg), next(gg), getgeneratorstate(gg), gg.close(), getgeneratorstate(gg), GEN_CREATED))
t('costate', lambda: getcoroutinestate(c))
t('mod', lambda: (getmodule(K).__name__, getmodulename('a/b.py'), getmodule(inspect) is inspect))
t('gas', lambda: (getattr_static(K(1), 'x'), getattr_static(K(1), 'zz', 5)))
t('gas', lambda: getattr_static(K(1), 'zz'))
t('call', lambda: getcallargs(f, 1, 2, d=3))
t('call', lambda: getcallargs(f, 1))
t('full', lambda: getfullargspec(f))
t('full', lambda: getfullargspec(K.m))
t('ann', lambda: (get_annotations(f), get_annotations(K)))
t('fa', lambda: (formatannotation(int), formatannotation('x'), formatannotation(K)))
def outer():
    z = 1
    def inner(): return z, f, undefined_thing, len
    return inner
t('cv', lambda: [type(getclosurevars(outer())).__name__, getclosurevars(outer()).nonlocals])
t('flags', lambda: (CO_GENERATOR, CO_COROUTINE, CO_VARARGS, CO_VARKEYWORDS, CO_ASYNC_GENERATOR, CO_NESTED, CO_OPTIMIZED, CO_NEWLOCALS, CO_NOFREE, CO_ITERABLE_COROUTINE))
t('attrs', lambda: [(a.name, a.kind) for a in classify_class_attrs(K) if a.name in ('x','m','cm','sm','p')])
t('indent', lambda: indentsize('   x'))
t('vars', lambda: (isinstance(s.parameters, type(K.__dict__)), BoundArguments.__name__))
t('abs', lambda: isabstract(K))
