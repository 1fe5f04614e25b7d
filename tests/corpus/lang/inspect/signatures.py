# Signatures, parameters, bound arguments.
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
t('sig', lambda: [signature(x) for x in (f, K, K.m, K(1).m, K.cm, K.sm, K2, NoInit, New, WM, Call(), K2.m, lambda: 0)])
t('sig', lambda: signature(3))
t('sig', lambda: repr(signature(f)))
s = signature(f)
t('par', lambda: (list(s.parameters), [p.kind for p in s.parameters.values()], [p.kind.description for p in s.parameters.values()], [str(p) for p in s.parameters.values()], s.return_annotation))
t('par', lambda: (s.parameters['c'].default, s.parameters['a'].default, s.parameters['b'].annotation, repr(s.parameters['b']), s.parameters['a'].annotation is Parameter.empty, repr(Parameter.empty)))
t('bind', lambda: (s.bind(1,2,3,4,5,d=6,q=7), s.bind(1,2,d=3).arguments, s.bind_partial(1).arguments))
def b():
    ba = s.bind(1,2,d=3); ba.apply_defaults(); return ba.args, ba.kwargs, ba.arguments, ba == ba, ba.signature is s
t('bind', b)
t('bind', lambda: s.bind(1))
t('bind', lambda: s.bind(1,2))
t('bind', lambda: signature(lambda a: 0).bind(1,2))
t('bind', lambda: signature(lambda a: 0).bind(1,b=2))
t('bind', lambda: signature(lambda a: 0).bind(1,a=2))
t('bind', lambda: signature(lambda a, /: 0).bind(a=2))
t('bind', lambda: signature(lambda a, /, b: 0).bind())
t('P', lambda: Parameter('x', Parameter.POSITIONAL_ONLY, default=3, annotation=int))
t('P', lambda: str(Parameter('x', Parameter.KEYWORD_ONLY, default='s', annotation='int')))
t('P', lambda: Parameter('1x', Parameter.KEYWORD_ONLY))
t('P', lambda: Parameter('for', Parameter.KEYWORD_ONLY))
t('P', lambda: Parameter(3, Parameter.KEYWORD_ONLY))
t('P', lambda: Parameter('x', 77))
t('P', lambda: Parameter('x', Parameter.VAR_KEYWORD, default=3))
t('P', lambda: (Parameter('x', Parameter.KEYWORD_ONLY).replace(name='y', default=4), Parameter('x', Parameter.KEYWORD_ONLY)==Parameter('x', Parameter.KEYWORD_ONLY)))
t('S', lambda: (Signature([Parameter('x', Parameter.KEYWORD_ONLY)], return_annotation=int), Signature(), s.replace(return_annotation=Signature.empty), s == signature(f), hash(s)==hash(signature(f)) if 0 else 1))
t('S', lambda: Signature([Parameter('x', Parameter.KEYWORD_ONLY), Parameter('y', Parameter.POSITIONAL_ONLY)]))
t('S', lambda: Signature([Parameter('x', Parameter.KEYWORD_ONLY), Parameter('x', Parameter.KEYWORD_ONLY)]))
t('S', lambda: Signature([Parameter('x', Parameter.POSITIONAL_OR_KEYWORD, default=1), Parameter('y', Parameter.POSITIONAL_OR_KEYWORD)]))
t('S', lambda: Signature.from_callable(f))
import functools
@functools.wraps(f)
def w(*a): pass
t('w', lambda: (signature(w), signature(w, follow_wrapped=False), unwrap(w) is f))
t('part', lambda: [signature(functools.partial(f, 1, c=5)), signature(functools.partial(lambda a,b,c=1: 0, 1)), signature(functools.partial(lambda a,b: 0, b=1))])
t('doc', lambda: (getdoc(K), getdoc(K2.m), getdoc(f), getdoc(3) is not None, cleandoc('  a\n     b\n      c\n\n'), cleandoc('x')))
