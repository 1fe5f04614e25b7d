# Special forms, type variables and aliases of built-in types.
import typing
from typing import *


def t(name, f):
    try:
        print(name, '->', f())
    except BaseException as e:
        print(name, type(e).__name__, e)


T = TypeVar('T'); K = TypeVar('K', bound=int); C = TypeVar('C', int, str); V = TypeVar('V', covariant=True); W = TypeVar('W', contravariant=True)
P = ParamSpec('P'); Ts = TypeVarTuple('Ts')
t('tv', lambda: (T, K, C, V, W, P, Ts, P.args, P.kwargs, K.__bound__, C.__constraints__, T.__name__, T.__module__, V.__covariant__))
t('tve', lambda: TypeVar('X', int))
t('tve', lambda: TypeVar('X', int, str, bound=int))
t('tve', lambda: TypeVar('X', covariant=True, contravariant=True))
t('any', lambda: (Any, isinstance(3, Any)))
t('any', lambda: Any())
t('u', lambda: (Union[int, str], Union[int], Union[int, None], Optional[int], Optional[Union[int,str]], Union[int,str,int], Union[Union[int,str],float], Union[T, int], Optional[None]))
t('u', lambda: Union[()])
t('u', lambda: Optional[int, str])
t('u', lambda: Union)
t('u', lambda: (Union[int,str] == Union[str,int], hash(Union[int,str])==hash(Union[str,int]), Union[int,str].__args__, Union[int,str].__origin__, isinstance(3, Union[int,str]), issubclass(int, Union[int,str])))
t('l', lambda: (List[int], List, Dict[str, int], Dict, Tuple[int, ...], Tuple[()], Tuple[int,str], Set[int], FrozenSet[int], Type[int], List[T], List[List[int]], Deque[int], DefaultDict[str,int], Counter[str], ChainMap[str,int], OrderedDict[str,int]))
t('l', lambda: List[int, str])
t('l', lambda: Dict[int])
t('l', lambda: List[3])
t('l', lambda: List['int'])
t('l', lambda: List())
t('l', lambda: List[int]())
t('l', lambda: (List[T][int], Dict[K, T][int, str], Dict[T,T][int], Union[T,K][int,str], List[T].__parameters__, Callable[[T],K][int,str], Tuple[T,...][int]))
t('l', lambda: List[int][str])
t('l', lambda: Dict[K,T][int])
t('l', lambda: (List[int].__origin__, List[int].__args__, List.__origin__, List[int]==List[int], List[int]==List[str], hash(List[int])==hash(List[int]), List[int].__name__, List[int]._name, List.__name__))
t('isl', lambda: (isinstance([], List), issubclass(list, List), isinstance(3, List), isinstance([], typing.Sequence)))
t('isl', lambda: isinstance([], List[int]))
t('c', lambda: (Callable, Callable[[int], str], Callable[..., int], Callable[[], None], Callable[P, int], Callable[Concatenate[int, P], str], Callable[[int,str],bool].__args__, Callable[..., int].__args__))
t('c', lambda: Callable[int])
t('c', lambda: Callable[int, str])
t('lit', lambda: (Literal[1], Literal['a', 2, None, True], Literal[1,1], Literal[Literal[1,2],3], Literal[1]==Literal[True], Literal[1,2]==Literal[2,1], Literal[1].__args__))
t('fin', lambda: (Final, Final[int], ClassVar[int], ClassVar, Annotated[int, 'x', 3], TypeGuard[int], Required[int], NotRequired[int], Unpack[Ts], Self, Never, NoReturn, LiteralString, TypeAlias, Concatenate[int,P]))
t('fin', lambda: Final[int,str])
t('fin', lambda: ClassVar[ClassVar[int]])
t('fin', lambda: List[ClassVar[int]])
t('fin', lambda: List[ClassVar])
t('fin', lambda: Final())
t('fin', lambda: isinstance(3, Final))
t('fin', lambda: type('A', (Final,), {}))
def a():
    class A(Union): pass
t('sub', a)
def a():
    class A(Union[int,str]): pass
t('sub', a)
def a():
    class A(Self): pass
t('sub', a)
t('self', lambda: Self[int])
t('ann', lambda: (Annotated[int,'x'].__origin__, Annotated[int,'x'].__metadata__, Annotated[Annotated[int,1],2], Annotated[List[T],5][int], Annotated[int,'x']==Annotated[int,'x'], Annotated[int,'x'].__args__, Annotated[int, 'x'](3)))
t('ann', lambda: Annotated[int])
