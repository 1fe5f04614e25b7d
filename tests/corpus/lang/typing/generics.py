# Generic classes and what they refuse.
import typing
from typing import *


def t(name, f):
    try:
        print(name, '->', f())
    except BaseException as e:
        print(name, type(e).__name__, e)


T = TypeVar('T'); K = TypeVar('K', bound=int); C = TypeVar('C', int, str); V = TypeVar('V', covariant=True); W = TypeVar('W', contravariant=True)
P = ParamSpec('P'); Ts = TypeVarTuple('Ts')
class G(Generic[T, K]):
    def __init__(self, x=None): self.x = x
t('G', lambda: (G[int,str], G, G[int,str]().x, G.__parameters__, G.__orig_bases__, G.__mro__, G[T,T], G[T,K][int,str], G[int,str].__origin__ is G, G[int,bool](3).__orig_class__, G[int,str] == G[int,str]))
t('G', lambda: G[int])
t('G', lambda: G[int,str,int])
t('G', lambda: Generic[int])
t('G', lambda: Generic[T,T])
t('G', lambda: Generic[()])
class G2(G[int, T], List[T]): pass
t('G2', lambda: (G2.__mro__, G2.__parameters__, G2[int], G2.__orig_bases__))
class G3(Dict[str, T]): pass
t('G3', lambda: (G3[int], G3(), G3[int](a=1), G3.__mro__))
class G4(G[int,str]): pass
t('G4', lambda: G4[int])
def a():
    class X(Generic[T], Generic[K]): pass
t('Gx', a)
def a():
    class X(List[T], Generic[K]): pass
t('Gx', a)
class GP(Generic[T, P]): pass
t('GP', lambda: (GP[int, [str, bool]], GP[int, ...], GP[int, P]))
class GPP(Generic[P]): pass
t('GPP', lambda: (GPP[int, str], GPP[[int]], GPP[...]))
class GT(Generic[Unpack[Ts]]): pass
t('GT', lambda: (GT[int], GT[int,str], GT[()], GT.__parameters__))
class GT2(Generic[T, Unpack[Ts]]): pass
t('GT', lambda: (GT2[int], GT2[int,str,bool], Tuple[Unpack[Ts]][int,str], Tuple[int, Unpack[Ts]]))
