# Slots, keyword-only fields, InitVar.
import dataclasses
from dataclasses import *


def t(name, f):
    try:
        print(name, '->', f())
    except BaseException as e:
        print(name, type(e).__name__, e)


@dataclass(slots=True)
class S:
    x: int
    y: int = 2
t('slots', lambda: (S(1), S.__slots__, hasattr(S(1),'__dict__')))
t('slots', lambda: setattr(S(1), 'zz', 2))
def a():
    @dataclass(slots=True)
    class B:
        __slots__ = ('x',)
        x: int
t('slots2', a)
@dataclass(slots=True, frozen=True)
class SF:
    x: int
    y: int = field(default=2, repr=False, compare=False, hash=False)
t('sf', lambda: (SF(1), SF(1)==SF(1,3), SF(1).y))
t('sf', lambda: setattr(SF(1), 'x', 2))
@dataclass(kw_only=True)
class K:
    x: int
    y: int = 2
t('K', lambda: (K(x=1), K.__match_args__))
t('K', lambda: K(1))
t('K', lambda: K())
@dataclass
class K2:
    a: int
    _: KW_ONLY
    b: int = 3
    c: int
    d: int = field(default=5, kw_only=False)
t('K2', lambda: (K2(1, c=3), K2.__match_args__, [ (f.name, f.kw_only) for f in fields(K2)], K2(1,9,c=3)))
def a():
    @dataclass
    class B:
        _: KW_ONLY
        x: int
        __: KW_ONLY
t('2kw', a)
@dataclass
class I:
    a: int
    b: InitVar[int]
    c: InitVar[int] = 4
    d: int = field(init=False)
    cv: 'ClassVar[int]' = 3
    def __post_init__(self, b, c): self.d = self.a + b + c
t('I', lambda: (I(1, 2), I(1,2,3), repr(InitVar[int]), [f.name for f in fields(I)], I.c))
t('I', lambda: replace(I(1,2), a=3))
t('I', lambda: replace(I(1,2), d=3))
t('I', lambda: replace(I(1,2), b=3))
