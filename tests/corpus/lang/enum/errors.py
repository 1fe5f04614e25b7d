# What an enumeration refuses.
import enum
from enum import *


def t(name, f):
    try:
        print(name, '->', f())
    except BaseException as e:
        print(name, type(e).__name__, e)


print(enum.__all__)
class C(Enum):
    R = 1
    G = 2
    def m(self): pass
t('c.r.g', lambda: C.R.G)
t('attr', lambda: C.XX)
t('attr2', lambda: C.R.XX)
t('call', lambda: C(5))
t('item', lambda: C['q'])
t('in', lambda: C.R in C)
t('set', lambda: setattr(C, 'R', 3))
t('set2', lambda: setattr(C.R, 'name', 3))
t('set3', lambda: setattr(C.R, 'value', 3))
t('del', lambda: delattr(C, 'R'))
t('sub', lambda: type('D', (C,), {}))
def a():
    class D(C): pass
t('sub', a)
def a():
    class D(C): x=1
t('sub', a)
def a():
    class D(Enum): mro = 1
t('mro', a)
def a():
    class D(Enum): _x_ = 1
t('sunder', a)
def a():
    class D(Enum):
        x = 1
        x = 2
t('dup', a)
def a():
    class D(Enum):
        x = 1
        def x(self): pass
t('dup', a)
def a():
    class D(Enum):
        x = 1
        y = 1
    return unique(D)
t('unique', a)
def a():
    class D(IntEnum):
        x = 'a'
t('intenum', a)
def a():
    class D(StrEnum):
        x = 1
t('strenum', a)
def a():
    class D(str, Enum):
        x = 1, 2, 3, 4
t('strenum', a)
def a():
    class D(StrEnum):
        x = 'a', 2
t('strenum', a)
def a():
    class D(Enum, int):
        x = 1
t('order', a)
