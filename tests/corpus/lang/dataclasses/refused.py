# What a dataclass refuses.
import dataclasses
from dataclasses import *


def t(name, f):
    try:
        print(name, '->', f())
    except BaseException as e:
        print(name, type(e).__name__, e)


@dataclass
class A:
    x: int
    y: int = 3
    z: list = field(default_factory=list)
@dataclass(frozen=True, order=True)
class F:
    a: int
    b: str = 'b'
def a():
    @dataclass
    class B:
        x: int = 3
        y: int
t('order', a)
def a():
    @dataclass
    class B:
        x: list = []
t('mut', a)
def a():
    @dataclass
    class B(F):
        x: int = 3
t('fro', a)
def a():
    @dataclass(frozen=True)
    class B(A):
        x: int = 3
t('fro', a)
def a():
    @dataclass(order=True, eq=False)
    class B: pass
t('oe', a)
def a():
    @dataclass(order=True)
    class B:
        def __lt__(self, o): pass
t('olt', a)
def a():
    @dataclass(frozen=True)
    class B:
        def __setattr__(self, o): pass
t('fset', a)
def a():
    @dataclass(unsafe_hash=True)
    class B:
        def __hash__(self): pass
t('uh', a)
