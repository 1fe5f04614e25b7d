# make_dataclass, inheritance, names of the methods.
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
@dataclass(kw_only=True)
class K:
    x: int
    y: int = 2
t('field', lambda: field(default=1, default_factory=list))
t('field', lambda: field(default=1, metadata={'a':1}).metadata)
t('make', lambda: (make_dataclass('M', ['x', ('y', int), ('z', int, field(default=5))], namespace={'q': lambda self: self.x})(1,2).q(), make_dataclass('M', [('x', int)], frozen=True)(1)))
t('make', lambda: make_dataclass('M', ['x','x']))
t('make', lambda: make_dataclass('M', ['1x']))
t('make', lambda: make_dataclass('M', ['for']))
t('make', lambda: make_dataclass('M', [('x',)]))
t('make', lambda: make_dataclass('M', ['x']).__annotations__)
def a():
    @dataclass
    class B:
        x = field(default=3)
t('noann', a)
def a():
    @dataclass
    class B:
        x: InitVar[int] = field(default_factory=list)
t('ivdf', a)
@dataclass
class P1:
    x: int
    y: int = 1
@dataclass
class P2(P1):
    z: int = 3
    x: str = 'x'
t('inh', lambda: (P2(), P2('q', 2, 3), P2.__match_args__, P2.__init__.__annotations__, P2.__eq__(P2(), P1(1))))
class Rp:
    pass
@dataclass(repr=False, eq=False, init=False, match_args=False)
class No:
    x: int = 3
t('no', lambda: (No().x, No()==No(), hasattr(No,'__match_args__')))
@dataclass
class Rec:
    x: object = None
r = Rec(); r.x = r
t('rec', lambda: (repr(r), [r].__repr__()))
@dataclass(eq=True, frozen=False)
class H: x: int = 1
t('h', lambda: hash(H()))
@dataclass(unsafe_hash=True)
class H: x: int = 1; y: int = field(default=3, hash=False)
t('h', lambda: hash(H()) == hash((1,)))
t('param', lambda: H.__dataclass_params__)
t('names', lambda: (A.__init__.__qualname__, A.__init__.__name__, A.__repr__.__qualname__, A.__eq__.__qualname__, A.__init__.__defaults__, A.__init__.__annotations__, K.__init__.__kwdefaults__, F.__setattr__.__qualname__, A.__init__.__module__))
def a():
    @dataclass(weakref_slot=True)
    class B: x: int
t('ws', a)
@dataclass
class Sub(list[int] if False else list):
    x: int = 3
t('sub', lambda: Sub())
class Desc:
    def __get__(self, i, o): return 7 if i is None else i._v
    def __set__(self, i, v): i._v = v
@dataclass
class DD:
    v: int = Desc()
t('desc', lambda: (DD(), DD(3)))
t('fe', lambda: (FrozenInstanceError.__mro__, Field.__slots__))
@dataclass
class E0: pass
t('E0', lambda: (E0(), E0()==E0(), E0.__doc__))
t('E0', lambda: E0(1))
