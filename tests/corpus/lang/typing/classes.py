# Protocols, NamedTuple, TypedDict, NewType.
import typing
from typing import *


def t(name, f):
    try:
        print(name, '->', f())
    except BaseException as e:
        print(name, type(e).__name__, e)


T = TypeVar('T'); K = TypeVar('K', bound=int); C = TypeVar('C', int, str); V = TypeVar('V', covariant=True); W = TypeVar('W', contravariant=True)
P = ParamSpec('P'); Ts = TypeVarTuple('Ts')
@runtime_checkable
class Pr(Protocol):
    def close(self): ...
class Pa(Protocol[T]):
    x: int
class Impl:
    def close(self): pass
t('pr', lambda: (isinstance(Impl(), Pr), isinstance(3, Pr), issubclass(Impl, Pr), issubclass(int, Pr)))
t('pr', lambda: isinstance(3, Pa))
t('pr', lambda: issubclass(int, Pa))
t('pr', lambda: Pr())
@runtime_checkable
class Pd(Protocol):
    x: int
class HasX: x = 3
t('pd', lambda: (isinstance(HasX(), Pd), isinstance(3, Pd)))
t('pd', lambda: issubclass(HasX, Pd))
def a():
    class B(Impl, Protocol): pass
t('pd', a)
t('pd', lambda: runtime_checkable(Impl))
class PI(Pr):
    def __init__(self): self.v = 4
t('pi', lambda: (PI().v, Pa[int], Pa.__parameters__))
class N(NamedTuple):
    "doc"
    x: int
    y: str = 'q'
    def m(self): return self.x
t('N', lambda: (N(1), N(1,'z'), N._fields, N._field_defaults, N.__annotations__, N(1).m(), N.__mro__, N.__doc__, N(1)._replace(x=5), N._make([1,2]), N(1)._asdict()))
t('N', lambda: N())
t('N', lambda: NamedTuple('M', [('a', int), ('b', 'str')])(1,2))
t('N', lambda: NamedTuple('M', a=int)(1))
def a():
    class X(NamedTuple):
        a: int = 3
        b: int
t('Nx', a)
def a():
    class X(NamedTuple, Impl): pass
t('Nx', a)
def a():
    class X(NamedTuple):
        _a: int
t('Nx', a)
def a():
    class X(NamedTuple):
        a: int
        def __new__(c): pass
t('Nx', a)
class TD(TypedDict):
    a: int
    b: NotRequired[str]
class TD2(TD, total=False):
    c: float
t('TD', lambda: (TD(a=1), TD, TD.__annotations__, sorted(TD2.__required_keys__), sorted(TD2.__optional_keys__), TD2.__total__, TD.__total__, type(TD(a=1)), is_typeddict(TD), is_typeddict(dict), TD2.__annotations__))
t('TD', lambda: isinstance({}, TD))
t('TD', lambda: (TypedDict('X', {'a': int}), TypedDict('X', {'a': int}, total=False).__optional_keys__))
def a():
    class X(TD, Impl): pass
t('TDx', a)
UserId = NewType('UserId', int)
t('NT', lambda: (UserId, UserId(3), UserId.__supertype__, UserId.__name__, Optional[UserId]))
def a():
    class X(UserId): pass
t('NT', a)
