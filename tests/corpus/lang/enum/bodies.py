# Hooks and marks in the body, checks by verify(), global members.
import enum
from enum import *


def t(name, f):
    try:
        print(name, '->', f())
    except BaseException as e:
        print(name, type(e).__name__, e)


class C(Enum):
    R = 1
    G = 2
    def m(self): pass
def a():
    @verify(CONTINUOUS)
    class D(Enum): a=1; b=3
t('ver', a)
def a():
    @verify(UNIQUE)
    class D(Enum): a=1; b=1
t('ver', a)
def a():
    @verify(NAMED_FLAGS)
    class D(Flag): a=1; b=6
t('ver', a)
def a():
    @verify(NAMED_FLAGS)
    class D(Flag): a=1; b=6; c=24
t('ver', a)
def a():
    @verify(CONTINUOUS)
    class D(Flag): a=1; b=8
t('ver', a)
def a():
    class D(Enum):
        @classmethod
        def _missing_(cls, v): return 3
        a = 1
    D(9)
t('miss', a)
def a():
    class D(Enum):
        @classmethod
        def _missing_(cls, v): 1/0
        a = 1
    D(9)
t('miss', a)
def a():
    class D(Enum):
        a = 1
        def _generate_next_value_(n,s,c,l): return n
        b = auto()
    return D.b
t('gen', a)
def a():
    class D(Enum):
        a = auto()
        def _generate_next_value_(n,s,c,l): return n
        b = auto()
    return D.b
t('gen', a)
def a():
    class D(Enum):
        _ignore_ = 'i j'
        i = 3
        a = 1
        j = 4
        @nonmember
        class Q: pass
        z = member(7)
        b = nonmember(5)
        @enum.property
        def pp(self): return 'pp' + self.name
    return list(D), D.Q.__name__, D.b, D.a.pp, hasattr(D,'i'), D.a.b
t('ign', a)
def a():
    class D(Enum):
        @enum.property
        def pp(self): return 'pp' + self.name
        a = 1
    return D.pp
t('prop', a)
def a():
    class D(Enum):
        @enum.property
        def pp(self): return 'pp' + self.name
        a = 1
    D.a.pp = 3
t('prop', a)
def a():
    class D(Enum):
        _order_ = 'b a'
        a = 1
        b = 2
t('order', a)
def a():
    class D(Enum):
        a = 7.5
        b = auto()
    return D.b
t('auto', a)
def a():
    class D(Flag):
        a = auto()
        b = auto()
        c = a | b
        d = auto()
    return list(D), D.c, D.d.value
t('auto', a)
def a():
    class D(Flag):
        a = 'x'
        b = auto()
t('flagauto', a)
def a():
    class D(Flag):
        a = 'x'
t('flagstr', a)
def a():
    class D(Flag):
        a = 12
    return D.a, list(D), D(12), D(4)
t('flagodd', a)
t('ge', lambda: C.R < C.G)
@global_enum
class GE(Enum): ga=1
@global_enum
class GF(IntFlag): gb=1; gc=2
t('glob', lambda: (ga, str(ga), gb, str(gb), gb|gc, GF(9), GF(0), str(GF(3)), str(GF(0))))
t('hash', lambda: {C.R: 1}[C.R])
t('Enum', lambda: Enum(3))
t('call2', lambda: C(1, 2, 3))
t('call2', lambda: C('Q', 'a'))
class Pl(Enum):
    E = (1, 2)
    F = (3, 4)
    def __init__(self, a, b):
        self.a = a; self.b = b
    @property
    def s(self): return self.a + self.b
t('pl', lambda: (Pl.E.s, Pl.E.value, Pl((1,2)), repr(Pl.F)))
